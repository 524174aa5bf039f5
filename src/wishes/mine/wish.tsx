/** One wish of one's own: what comes next, what can be done about it, what was said and sent, and how it went. */
import { Image, View } from '@tarojs/components'
import Taro, { useRouter } from '@tarojs/taro'
import { sayInstant } from '../../../domain/kernel/time'
import { deliveries } from '../../../domain/wish/drive'
import { kindLine } from '../../../domain/wish/kinds'
import type { MyWish } from '../../../domain/wish/views'
import { call } from '../../cloud/go'
import { AskedPage } from '../../pages/worker/parts/asked-page'
import { aria, Card, Empty, Notice, Row, StatusTag, Timeline } from '../../ui'
import { Gift } from '../make/gift'
import { WishDeeds } from './deeds'
import { ReceiptCode } from './receipt-code'
import { isAskedFor, nextWords, useMyWishes } from './use-wishes'
import './mine.css'

const goMine = (): void => void Taro.redirectTo({ url: '/wishes/mine/index' })

export default function MyWishPage() {
  const { id } = useRouter().params
  const asked = useMyWishes()
  return (
    <AskedPage title="这个心愿" asked={asked}>
      {({ wishes }) => {
        const wish = wishes.find((one) => one.id === id)
        if (!wish)
          return <Empty text="这里没有东西，或者不归您看。" action={{ label: '看我的心愿', onClick: goMine }} />
        return <Whole wish={wish} onDone={() => void asked.reload()} />
      }}
    </AskedPage>
  )
}

function Whole({ wish, onDone }: { wish: MyWish; onDone: () => void }) {
  const { kind, detail, stateLabel, tone, because, receiptCode, donorName } = wish
  return (
    <>
      {isAskedFor(wish) && <Notice id="for-you" kind="info" text="有人帮您写的，看看对不对。您同意了才交，不要也行" />}
      <Card>
        <View className="mine-head">
          <Gift kind={kind} isSmall />
          <View className="mine-head__words">
            <View className="mine-head__line">{kindLine(kind, detail)}</View>
            <StatusTag state={tone} text={stateLabel} />
          </View>
        </View>
        <View className="mine-next">{nextWords(wish)}</View>
        {because && <View className="mine-because">{`原因：${because}`}</View>}
        {donorName && <View className="mine-next">{`送的人：${donorName}`}</View>}
        {receiptCode && <ReceiptCode code={receiptCode} />}
      </Card>
      <WishDeeds key={wish.version} wish={wish} onDone={onDone} />
      <GiftPhoto wish={wish} />
      <Said wish={wish} />
      <Station wish={wish} />
      <History wish={wish} />
    </>
  )
}

function GiftPhoto({ wish: { giftPhotoUrl } }: { wish: MyWish }) {
  if (!giftPhotoUrl) return null
  return (
    <Card title="接力站拍的">
      <Image
        className="mine-photo"
        src={giftPhotoUrl}
        mode="widthFix"
        {...aria({ role: 'img', label: '东西的照片' })}
      />
    </Card>
  )
}

/** Until a text has passed the check nobody else reads it, which its writer is told. */
function Said({ wish: { story, isTextChecked, can } }: { wish: MyWish }) {
  const isWaiting = !isTextChecked && can.includes('withdraw') && !can.includes('submit')
  return (
    <Card title="您说的话">
      <View className="mine-said">{story}</View>
      <View className="mine-small">
        {isWaiting ? '还在检查，检查过了才给别人看' : '墙上只看到东西和这句话，没有您的名字'}
      </View>
    </Card>
  )
}

function Station({ wish: { station, delivery } }: { wish: MyWish }) {
  return (
    <Card title={deliveries[delivery].label}>
      <Row id="station" icon="pin" title={station.name} note={station.address} />
      <Row id="call" icon="tel" title="打电话问" note={station.phone} onClick={() => call(station.phone)} />
    </Card>
  )
}

function History({ wish: { timeline } }: { wish: MyWish }) {
  const now = new Date()
  const events = timeline.map(({ text, at, by, note }) => ({
    text: note ? `${text}：${note}` : text,
    at: sayInstant(at, now),
    by,
  }))
  return (
    <Card id="history" title="办到哪了">
      <Timeline events={events} />
    </Card>
  )
}
