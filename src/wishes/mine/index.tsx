/** 我的心愿: where each stands, who does what by when, and the code of whatever waits to be collected. */
import { View } from '@tarojs/components'
import { kindLine } from '../../../domain/wish/kinds'
import type { MyWish } from '../../../domain/wish/views'
import { goTo } from '../../cloud/go'
import { AskedPage } from '../../pages/worker/parts/asked-page'
import { Button, Card, Empty, Row, StatusTag } from '../../ui'
import { Gift } from '../make/gift'
import { ReceiptCode } from './receipt-code'
import { isAskedFor, nextWords, useMyWishes } from './use-wishes'
import { WishLetters } from './wish-letters'
import './mine.css'

const goMake = goTo('/wishes/make/index')

export default function MyWishesPage() {
  const asked = useMyWishes()
  return (
    <AskedPage title="我的心愿" asked={asked}>
      {({ wishes }) => (
        <>
          <WishLetters onDelivered={asked.reload} />
          {inHandFirst(wishes).map((wish) => (
            <WishCard key={wish.id} wish={wish} />
          ))}
          {wishes.length === 0 ? <NoWish /> : <Button id="make" kind="s" label="再许一个" onClick={goMake} />}
          <Card>
            <Row
              id="said"
              icon="msg"
              title="公开写的话"
              note="没放上墙的，在这里看为什么"
              onClick={goTo('/wishes/said/index')}
            />
          </Card>
        </>
      )}
    </AskedPage>
  )
}

/** What can be fetched now stands on top, the rest newest first. */
const inHandFirst = (wishes: readonly MyWish[]): MyWish[] => [
  ...wishes.filter(({ receiptCode }) => receiptCode),
  ...wishes.filter(({ receiptCode }) => !receiptCode),
]

const wayIn = ({ can }: MyWish): string => {
  if (can.includes('thank')) return '说声谢谢，看经过'
  return can.includes('withdraw') ? '看经过，改，撤回' : '看经过'
}

function NoWish() {
  return (
    <>
      <Empty
        id="none"
        title="还没许过心愿"
        text="书包、棉衣、棉鞋、年货，许一样。工会看过就挂上墙，有人点亮就给您送来。"
      />
      <Button id="make" kind="p" label="许个心愿" icon="lamp" onClick={goMake} />
    </>
  )
}

function WishCard({ wish }: { wish: MyWish }) {
  const { id, kind, detail, stateLabel, tone, because, receiptCode } = wish
  const isAsked = isAskedFor(wish)
  return (
    <Card id={`wish-${id}`}>
      <View className="mine-head">
        <Gift kind={kind} isSmall />
        <View className="mine-head__words">
          <View className="mine-head__line">{kindLine(kind, detail)}</View>
          <StatusTag state={tone} text={isAsked ? '等您点头' : stateLabel} />
        </View>
      </View>
      <View className="mine-next">{isAsked ? '有人帮您写的，看看对不对。您同意了才交' : nextWords(wish)}</View>
      {because && <View className="mine-because">{`原因：${because}`}</View>}
      {receiptCode && <ReceiptCode code={receiptCode} />}
      <Row id={`open-${id}`} title={isAsked ? '去看看' : wayIn(wish)} onClick={goTo(`/wishes/mine/wish?id=${id}`)} />
    </Card>
  )
}
