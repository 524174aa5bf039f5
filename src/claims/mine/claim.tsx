/** One claim: what comes next on top, how much, how far it has come, what can be done about it, and how it went. */
import { View } from '@tarojs/components'
import Taro, { useRouter } from '@tarojs/taro'
import { type MyClaim, steps } from '../../../domain/claim'
import { sayInstant } from '../../../domain/kernel/time'
import { call, goTo } from '../../cloud/go'
import { AskedPage } from '../../pages/worker/parts/asked-page'
import { Card, Empty, Notice, Row, RuleRow, StatusTag, Timeline } from '../../ui'
import { Stages } from '../../ui/stages'
import { partWords } from '../claim/rows'
import { ToMend } from '../claim/sent-back'
import { useMyClaims } from '../parts/api'
import { Claimed, isToCard } from '../parts/money'
import { nextWords } from '../parts/next-line'
import { waitsForYou } from '../programmes/standing'
import { ClaimDeeds } from './deeds'
import './mine.css'

const goMine = (): void => void Taro.redirectTo({ url: '/claims/mine/index' })

type Which = { readonly id?: string; readonly programme?: string; readonly period?: string }

/** Just handed in, it is known by its programme alone: the newest of it is the one. */
const found = (claims: readonly MyClaim[], { id, programme, period }: Which): MyClaim | undefined =>
  claims.find((one) => (id ? one.id === id : one.programmeId === programme && one.period === period))

export default function MyClaimPage() {
  const { params } = useRouter()
  const asked = useMyClaims()
  return (
    <AskedPage title="这份申领" asked={asked}>
      {({ claims }) => {
        const claim = found(claims, params)
        if (!claim)
          return <Empty text="这里没有东西，或者不归您看。" action={{ label: '看我的申领', onClick: goMine }} />
        return <Whole claim={claim} isSent={params.sent === '1'} onDone={() => void asked.reload()} />
      }}
    </AskedPage>
  )
}

type Props = { readonly claim: MyClaim; readonly isSent: boolean; readonly onDone: () => void }

function Whole({ claim, isSent, onDone }: Props) {
  const { title, periodLabel, tone, stateLabel, receiptNo, can } = claim
  return (
    <>
      <Next claim={claim} isSent={isSent} />
      {can.includes('mend') && <ToMend parts={partsOf(claim)} because={claim.because} />}
      <Card id="head">
        <View className="claim-head__title">{[title, periodLabel].filter(Boolean).join(' · ')}</View>
        <StatusTag state={tone} text={stateLabel} />
        <View className="claim-head__sum">
          <Claimed claim={claim} />
        </View>
        <Progress claim={claim} />
        <View className="claim-no claim-receipt">{`编号 ${receiptNo}，打电话问就念它`}</View>
      </Card>
      <Against claim={claim} />
      <ClaimDeeds key={claim.version} claim={claim} onDone={onDone} />
      <History claim={claim} />
      {isSent && <Row id="others" icon="gift" title="看还能领什么" onClick={goTo('/claims/programmes/index')} />}
    </>
  )
}

/** Who does what by when; a late one says that others know of it, and whom to call. */
function Next({ claim, isSent }: { readonly claim: MyClaim; readonly isSent: boolean }) {
  const words = nextWords(claim, new Date())
  if (claim.next.isLate)
    return <Notice id="next" kind="stop" text={words} action={{ label: '打电话问', onClick: () => call('12345') }} />
  if (isSent) return <Notice id="next" kind="ok" text={`交上去了。${words}`} />
  return <Notice id="next" kind={waitsForYou(claim) || claim.next.dueAt ? 'wait' : 'info'} text={words} />
}

/** A thing is handed out, and no money is on its way. */
function Progress({ claim: { step, tone, gives } }: { readonly claim: MyClaim }) {
  const names = steps.map((name) => (name === '打钱' && !isToCard(gives) ? '发放' : name))
  return <Stages names={names} now={step} isStopped={tone === 'stop'} />
}

/** The parts to be mended, as the form calls them. */
const partsOf = ({ parts, evidence }: MyClaim): string[] =>
  parts.map((part) => evidence.find(({ evidenceId }) => evidenceId === part)?.label ?? partWords(part))

/** Why it was refused or did not go through, and by which rule. */
function Against({ claim: { because, against, bounceLabel, can } }: { readonly claim: MyClaim }) {
  const why = because ?? bounceLabel
  if (!why || can.includes('mend')) return null
  return (
    <View id="because" className="claim-because">
      <View className="claim-because__word">{`原因：${why}`}</View>
      {against && (
        <RuleRow
          verdict={against.verdict}
          text={against.text}
          from={against.why ?? against.from}
          {...(against.source ? { source: `${against.source.title} ${against.source.article}` } : {})}
        />
      )}
    </View>
  )
}

function History({ claim: { timeline } }: { readonly claim: MyClaim }) {
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
