/** What its issuer may do about a programme: open it, write its next edition, change its budget, end it before its day. */
import { useState } from 'react'
import { programmeMachine } from '../../../domain/claim/programme-machine'
import type { DeskProgrammeWhole } from '../../../domain/claim/views-desk'
import { yuan } from '../../../domain/kernel/money'
import { sayDay, toDay } from '../../../domain/kernel/time'
import { useDeed } from '../../cloud/deed'
import { BottomBar, Button, Card, Row, Sheet } from '../../ui'
import { claims } from '../parts/claims-api'
import { DeedNotice, isOvertaken } from '../parts/deed-notice'
import { amountWords } from '../parts/programme-words'
import { ReasonSheet } from '../parts/reason-sheet'
import { open } from '../parts/routes'
import { FundSheet } from './fund-sheet'

type Props = { readonly programme: DeskProgrammeWhole; readonly onChanged: () => void }
type Asking = 'open' | 'fund' | 'close'

const { actions } = programmeMachine
const label = { open: actions.open.label, fund: actions.fund.label, close: actions.close.label }
const closing = ['钱用完了', '文件停了', '上级要求停']

export function ProgrammeBar({ programme, onChanged }: Props) {
  const { row, problems } = programme
  const { id, can } = row
  const [asking, setAsking] = useState<Asking>()
  const close = () => setAsking(undefined)
  const look = () => {
    close()
    onChanged()
  }
  const mayOpen = can.includes('open') && problems.length === 0
  const change = () => open('programme-new', { id })
  if (!['edit', 'amend', 'fund', 'close'].some((deed) => can.some((one) => one === deed))) return null
  return (
    <>
      <BottomBar>
        {can.includes('close') && <Button id="close" kind="q" label={label.close} onClick={() => setAsking('close')} />}
        {can.includes('fund') && <Button id="fund" kind="q" label={label.fund} onClick={() => setAsking('fund')} />}
        {can.includes('amend') && <Button id="amend" kind="q" label={actions.amend.label} onClick={change} />}
        {can.includes('edit') && (
          <Button id="edit" kind={mayOpen ? 'q' : 'p'} label={mayOpen ? '改' : '接着写'} onClick={change} />
        )}
        {mayOpen && <Button id="open" kind="p" label={label.open} onClick={() => setAsking('open')} />}
      </BottomBar>
      {asking === 'open' && <OpenSheet programme={programme} onDone={look} onClose={close} />}
      {asking === 'fund' && <FundSheet programme={programme} label={label.fund} onDone={look} onClose={close} />}
      {asking === 'close' && <CloseSheet programme={programme} onDone={look} onClose={close} />}
    </>
  )
}

type SheetProps = {
  readonly programme: DeskProgrammeWhole
  readonly onDone: () => void
  readonly onClose: () => void
}

/** From then on people count on it: said once more what they will be able to have, and the button repeats the deed. */
function OpenSheet({ programme: { row, details }, onDone, onClose }: SheetProps) {
  const deed = useDeed()
  const { id, version, title } = row
  const now = new Date()
  const day = (on: string): string => sayDay(toDay(on), now)
  const start = () =>
    void deed.run(
      async (requestId) => {
        await claims.openProgramme({ requestId, id, version })
        onDone()
      },
      [id, version],
    )
  const foot = (
    <>
      <DeedNotice deed={deed} again={start} reload={onDone} />
      {!isOvertaken(deed.error) && (
        <Button id="open-send" kind="s" label={label.open} busy={deed.isBusy} onClick={start} />
      )}
    </>
  )
  return (
    <Sheet id="open-sheet" title={`${label.open}：${title}`} onClose={onClose} foot={foot}>
      {'开了，够条件的人就看得到、能领。规定要改，只能改成新的一版，已经交的照旧。'}
      <Card>
        <Row id="open-amount" title="给多少" note={details.amount && amountWords(details.amount)} />
        <Row id="open-budget" title="一共" value={yuan(details.budgetFen)} />
        <Row id="open-days" title="哪天截止" value={day(details.closesOn)} />
      </Card>
    </Sheet>
  )
}

function CloseSheet({ programme: { row }, onDone, onClose }: SheetProps) {
  const deed = useDeed()
  const { id, version, title } = row
  const end = (reason: string) =>
    void deed.run(
      async (requestId) => {
        await claims.actProgramme({ requestId, id, version, action: 'close', reason })
        onDone()
      },
      [id, version, reason],
    )
  return (
    <ReasonSheet
      id="close-sheet"
      title={`${label.close}：${title}`}
      reasons={closing}
      label={label.close}
      isBusy={deed.isBusy}
      error={deed.error}
      note="不能再开。没交的不能再交，交了的接着办。"
      onReason={end}
      onReload={onDone}
      onClose={onClose}
    />
  )
}
