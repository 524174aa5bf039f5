/** One roster of an employer: counted first, looked over, handed in; then where it stands and what comes next. */
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import type { ProgrammeCard } from '../../../domain/claim/views'
import type { RosterClaim } from '../../../domain/claim/views-desk'
import { AppError } from '../../../domain/kernel/errors'
import { yuan } from '../../../domain/kernel/money'
import type { Scope } from '../../../domain/kernel/roles'
import { useAsk } from '../../cloud/ask'
import { BottomBar, Button, Card, Notice, Row, StatusTag } from '../../ui'
import { claims } from '../parts/claims-api'
import { DeskPage } from '../parts/desk-page'
import { History } from '../parts/history'
import { textOf } from '../parts/routes'
import { Answers } from './answers'
import { Counting } from './counting'
import { OtherSheet, Repair, Withdraw } from './deeds'
import { HandIn } from './hand-in'
import { Report } from './report'
import { findClaim, isCounted, nameOf } from './shelf'
import { scopeIn } from './way'

const ask = async (scope: Scope | undefined, id: string) => {
  if (!scope) throw new AppError('NOT_FOUND')
  const claim = await findClaim(scope, id)
  const { programme } = await claims.programme({ id: claim.programmeId })
  return { claim, programme, scope }
}

export default function RosterClaimPage() {
  const { params } = useRouter()
  const scope = scopeIn(params)
  const asked = useAsk(() => ask(scope, textOf(params.id)))
  const onDone = () => void asked.reload()
  return (
    <DeskPage title="一份名册" asked={asked}>
      {(found) => <One key={`${found.claim.version}:${found.claim.partsDone}`} {...found} onDone={onDone} />}
    </DeskPage>
  )
}

type Props = {
  readonly claim: RosterClaim
  readonly programme: ProgrammeCard
  readonly scope: Scope
  readonly onDone: () => void
}

const FILLED_IN = ['submit', 'mend'] as const

/** Looked over first, then the account and the pictures: two breaths. */
function One({ claim, programme, scope, onDone }: Props) {
  const { can, people, timeline } = claim
  const [isFilling, setFilling] = useState(false)
  const isBegun = can.includes('submit')
  const isReady = isCounted(claim)
  const mayReread = can.includes('reread')
  const isAsked = FILLED_IN.some((deed) => can.includes(deed))
  if (isAsked && isReady && isFilling) {
    const label = isBegun ? '交上去' : '改好了，交上去'
    const back = () => setFilling(false)
    return <HandIn claim={claim} programme={programme} label={label} onBack={back} onDone={onDone} />
  }
  return (
    <>
      <Head claim={claim} />
      {mayReread && !isReady && <Counting claim={claim} onDone={onDone} />}
      {isReady && <Report claim={claim} />}
      {mayReread && isReady && <OtherSheet claim={claim} programme={programme} scope={scope} onDone={onDone} />}
      {can.includes('withdraw') && <Withdraw claim={claim} onDone={onDone} />}
      {!isBegun && <History timeline={timeline} />}
      {can.includes('repair') && <Repair claim={claim} onDone={onDone} />}
      <Answers claim={claim} onDone={onDone} />
      {isAsked && isReady && <GoOn people={people} onClick={() => setFilling(true)} />}
    </>
  )
}

function GoOn({ people, onClick }: { readonly people: number; readonly onClick: () => void }) {
  if (people === 0) return <Notice id="nobody" kind="wait" text="一个人也没算上，交不了。改了表重新传。" />
  return (
    <BottomBar note={`${people} 人算上了`}>
      <Button id="go-on" kind="p" label="下一步，写账号" onClick={onClick} />
    </BottomBar>
  )
}

function Head({ claim }: { readonly claim: RosterClaim }) {
  const { stateLabel, tone, next, because, amountFen, people, receiptNo, maskedAccount, isLate } = claim
  return (
    <>
      <Card id="head" title={nameOf(claim)}>
        <StatusTag state={tone} text={stateLabel} />
        <Row id="next" title="下一步" note={isLate ? `${next}（晚了，上级也看到了）` : next} />
        <Row id="money" title={`${people} 人`} value={yuan(amountFen)} />
        {receiptNo && <Row id="receipt" title="回执号" value={receiptNo} />}
        {maskedAccount && <Row id="account" title="单位账号" value={maskedAccount} />}
      </Card>
      {because && <Notice id="because" kind="stop" text={`要改：${because}`} />}
    </>
  )
}
