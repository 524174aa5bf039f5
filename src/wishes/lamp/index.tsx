/** One lamp: whose words nobody can trace, what it may cost, where it goes; lit with one tap and undone with another. */
import { View } from '@tarojs/components'
import Taro, { useRouter } from '@tarojs/taro'
import { yuan } from '../../../domain/kernel/money'
import { kindLine } from '../../../domain/wish/kinds'
import { goTo } from '../../cloud/go'
import { useOnline } from '../../cloud/letters'
import { askForNotices } from '../../cloud/subscribe'
import { troubleOf } from '../../cloud/trouble'
import { BigLantern } from '../../pages/wish/lantern'
import { Wrong } from '../../pages/worker/parts/asked-page'
import { Button, Card, Notice, Row, Screen, Skeleton, UndoBar } from '../../ui'
import { byWhen, undoWords } from '../parts/by-when'
import { useMyDeeds } from '../parts/my-deeds'
import { ReportLine, ReportSheet, useReport } from '../parts/report'
import { type Lit, useLamp } from './use-lamp'
import '../../pages/wish/wall.css'
import './lamp.css'

const goPromised = goTo('/wishes/promised/index')
/** The reminder before the seventy-two hours are over comes by WeChat too, if they like. */
const goSlip = () => void askForNotices().then(goPromised)

export default function LampPage() {
  const id = useRouter().params.id ?? ''
  const isOnline = useOnline()
  const shown = useLamp(id)
  const { asked, isLost, lit } = shown
  const lamp = asked.state === 'ready' ? asked.data.lamp : undefined
  const report = useReport()
  return (
    <Screen title="一盏灯" online={isOnline} offline="没有信号。灯要等有信号再点">
      <View className="night">
        {asked.state === 'loading' && <Skeleton />}
        {asked.state === 'error' && <Wrong failure={asked.error} again={() => void asked.reload()} />}
        {lamp && (
          <>
            <View className="lamp-head">
              <BigLantern kind={lamp.kind} isLit={lamp.isLit || isLost || lit !== undefined} />
              <View className="lamp-head__line">{kindLine(lamp.kind, lamp.detail)}</View>
              {lamp.story && <View className="lamp-head__story">{`“${lamp.story}”`}</View>}
              {lamp.postingId && <ReportLine of={lamp.postingId} report={report} />}
            </View>
            {/* In a box of its own: what stands beside it is not set anew when the lamp is lit. */}
            <View className="lamp-deed">
              {lit ? <IsLit lit={lit} onDark={shown.goDark} /> : <IsDark lamp={lamp} {...shown} />}
            </View>
            {!isLost && <Where lamp={lamp} />}
          </>
        )}
      </View>
      <ReportSheet report={report} />
    </Screen>
  )
}

type Shown = ReturnType<typeof useLamp>
type Lamp = Extract<Shown['asked'], { state: 'ready' }>['data']['lamp']

function Where({ lamp: { valueCapFen, station } }: { readonly lamp: Pick<Lamp, 'valueCapFen' | 'station'> }) {
  return (
    <Card>
      <Row icon="gift" title="值多少" value={`${yuan(valueCapFen)}以内`} />
      <Row icon="pin" title={`送到 ${station.name}`} note={`${station.address}，点亮后 72 小时内`} />
    </Card>
  )
}

function IsDark({ lamp, deed, isLost, other, light }: Omit<Shown, 'asked'> & { readonly lamp: Lamp }) {
  if (lamp.isMine)
    return (
      <>
        <Notice kind="ok" text="这盏是您点亮的" />
        <Button id="promised" kind="p" label="看我点亮的" onClick={goPromised} />
      </>
    )
  if (isLost || lamp.isLit) return <Lost isLost={isLost} other={other} />
  if (lamp.isOwn) return <Notice id="own" kind="info" text="这是您自己的心愿，留给别人来点" />
  const start = () => light(lamp)
  return (
    <>
      <Button id="light" kind="p" size="scan" label="点亮它" icon="lamp" busy={deed.isBusy} onClick={start} />
      {deed.error && <LightFailed deed={deed} again={start} />}
      <View className="night__note">不用付钱，买好送到工会。两边都不知道对方是谁。</View>
    </>
  )
}

/** Without a signal nothing was lit, and nothing is said to be. */
function LightFailed({ deed: { error }, again }: { readonly deed: Shown['deed']; readonly again: () => void }) {
  const { text, action } = troubleOf(error, again)
  return (
    <Notice
      id="not-lit"
      kind="wait"
      text={error?.code === 'UNREACHABLE' ? '没有信号，不知道点上没有。有信号再点一次，不会点两盏' : text}
      action={action}
    />
  )
}

function Lost({ isLost, other }: { readonly isLost: boolean; readonly other: string | undefined }) {
  const goOther = () => void Taro.redirectTo({ url: `/wishes/lamp/index?id=${other}` })
  return (
    <>
      <Notice id="lost" kind="info" text={isLost ? '刚被别人点亮了，看看旁边这盏' : '有人点亮了。谢谢您来看'} />
      {other ? (
        <Button id="other" kind="p" label="看旁边这盏" icon="lamp" onClick={goOther} />
      ) : (
        <Button id="wall" kind="s" label="回到灯墙" onClick={() => void Taro.switchTab({ url: '/pages/wish/index' })} />
      )}
    </>
  )
}

function IsLit({ lit: { promised, nth }, onDark }: { readonly lit: Lit; readonly onDark: () => void }) {
  const { deed, undo } = useMyDeeds(onDark)
  const { handOverBy, undoUntil, station } = promised
  const now = new Date()
  return (
    <>
      <View id="lit" className="lamp-head__line lamp-head">
        {nth ? `您点亮了第 ${nth} 盏` : '您点亮了'}
      </View>
      {handOverBy && (
        <View className="night__note">{`72 小时内（${byWhen(handOverBy, now)}）送到 ${station.name}`}</View>
      )}
      <Button id="slip" kind="p" label="看交接码" icon="scan" onClick={goSlip} />
      {deed.error && <Notice kind="wait" {...troubleOf(deed.error, () => undo(promised))} />}
      {undoUntil && (
        <UndoBar
          id="undo"
          text={undoWords(undoUntil, now)}
          label="撤回"
          busy={deed.isBusy}
          onUndo={() => undo(promised)}
        />
      )}
    </>
  )
}
