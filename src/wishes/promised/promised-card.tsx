/** One lamp of one's own: where it goes and how long is left, or that it arrived and what was said. */
import { Image, View } from '@tarojs/components'
import { sayInstant } from '../../../domain/kernel/time'
import { kindLine } from '../../../domain/wish/kinds'
import type { Promised } from '../../../domain/wish/views'
import { call, goTo } from '../../cloud/go'
import { aria, Button, Card, Row, StatusTag, UndoBar } from '../../ui'
import { Gift } from '../make/gift'
import { byWhen, leftUntil, undoWords } from '../parts/by-when'
import { type Reporting, ReportLine } from '../parts/report'

type Props = {
  readonly lamp: Promised
  readonly isFirst: boolean
  readonly isBusy: boolean
  readonly report: Reporting
  readonly onSlip: () => void
  readonly onUndo: () => void
  readonly onGiveUp: () => void
}

export function PromisedCard({ lamp, isFirst, isBusy, report, onSlip, onUndo, onGiveUp }: Props) {
  const { id, kind, detail, stateLabel, tone, next, receivedAt, undoUntil, handOverBy, thanks, can } = lamp
  const now = new Date()
  const mayUndo = can.includes('undo') && undoUntil !== undefined
  return (
    <Card id={`promised-${id}`}>
      <View className="promised-head">
        <Gift kind={kind} isSmall />
        <View className="promised-head__words">
          <View className="promised-head__line">{kindLine(kind, detail)}</View>
          <StatusTag state={tone} text={handOverBy ? '您点亮的，等您送来' : donorWord(lamp, stateLabel)} />
        </View>
      </View>
      {handOverBy ? (
        <ByWhen lamp={lamp} by={handOverBy} />
      ) : (
        !receivedAt && <View className="promised-next">{nextOf(lamp, next)}</View>
      )}
      {receivedAt && <View className="promised-next">{`收到了。${sayInstant(receivedAt, now)}`}</View>}
      {thanks.map((one) => (
        <Thanks key={one.postingId} {...one} report={report} />
      ))}
      {mayUndo && (
        <UndoBar id={`undo-${id}`} text={undoWords(undoUntil, now)} label="撤回" busy={isBusy} onUndo={onUndo} />
      )}
      {handOverBy && (
        <Button id={`slip-${id}`} kind={isFirst ? 'p' : 's'} label="看交接码" icon="scan" onClick={onSlip} />
      )}
      {can.includes('giveUp') && !mayUndo && (
        <Button id={`give-up-${id}`} kind="q" label="不送了" busy={isBusy} onClick={onGiveUp} />
      )}
      {receivedAt && (
        <Row
          id={`keepsake-${id}`}
          icon="doc"
          title="纪念海报和证书"
          onClick={goTo(`/wishes/keepsake/index?id=${id}`)}
        />
      )}
    </Card>
  )
}

/** The words of the machine are the worker's; the donor reads them from the other side. */
const donorWords: Readonly<Record<string, readonly [word: string, next: string]>> = {
  handedOver: ['站里收下了', '站里会交到他手上，到了告诉您'],
  delivering: ['在等他来拿', '拿到了就告诉您'],
  received: ['收到了', '收到了'],
  thanked: ['收到了，说了谢谢', '收到了'],
  disputed: ['工会在问', '工会会问清楚，不用您做什么'],
  undeliverable: ['没送成', '没人来拿，工会会安排'],
}
const donorWord = ({ state }: Promised, label: string): string => donorWords[state]?.[0] ?? label
const nextOf = ({ state }: Promised, next: string): string => donorWords[state]?.[1] ?? next

function ByWhen({ lamp: { station }, by }: { readonly lamp: Promised; readonly by: string }) {
  const now = new Date()
  return (
    <>
      <View className="promised-next promised-left">{leftUntil(by, now)}</View>
      <View>{`${byWhen(by, now)}送到`}</View>
      <Row
        icon="pin"
        title={station.name}
        note={`${station.address}，电话 ${station.phone}`}
        onClick={() => call(station.phone)}
      />
    </>
  )
}

type ThanksProps = Promised['thanks'][number] & { readonly report: Reporting }

/** What the worker said, and the way to say that it should not be there. */
function Thanks({ postingId, words, photoUrl, report }: ThanksProps) {
  return (
    <View className="promised-thanks">
      {words && <View>{`“${words}”`}</View>}
      {photoUrl && (
        <Image
          className="promised-thanks__photo"
          src={photoUrl}
          mode="widthFix"
          {...aria({ role: 'img', label: '谢谢的照片' })}
        />
      )}
      <ReportLine of={postingId} what={words ? '这句话' : '这张照片'} report={report} />
    </View>
  )
}
