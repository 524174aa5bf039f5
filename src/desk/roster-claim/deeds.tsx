/** What else an employer may do with a roster: another sheet in its place, another account, or take it back. */
import { useState } from 'react'
import { claimMachine } from '../../../domain/claim/machine'
import type { ProgrammeCard } from '../../../domain/claim/views'
import type { RosterClaim } from '../../../domain/claim/views-desk'
import type { Scope } from '../../../domain/kernel/roles'
import { useDeed } from '../../cloud/deed'
import { toAppError } from '../../cloud/delivery'
import { draftOf } from '../../cloud/phone-storage'
import { uploadFile } from '../../cloud/upload'
import { BottomBar, Button, ErrorSummary, Sheet } from '../../ui'
import { claims } from '../parts/claims-api'
import { DeedNotice, isOvertaken } from '../parts/deed-notice'
import { AccountFields } from './account-fields'
import { type Answers, blank, formName, type Mistakes, readCard, refusedIn } from './form'

type Props = { readonly claim: RosterClaim; readonly onDone: () => void }

const { withdraw, repair } = claimMachine.actions

/** The old rows go with the old sheet, and nobody on it is counted any more. */
export function OtherSheet({ claim, programme, scope, onDone }: Props & Read) {
  const deed = useDeed()
  const [fileId, setFileId] = useState<string>()
  const read = (id: string) => {
    const { id: claimId, version, programmeId } = claim
    const period = programme.periods.find(({ label }) => label === claim.periodLabel) ?? programme.periods[0]
    const asks = {
      scope,
      programmeId,
      edition: programme.edition,
      month: period?.period ?? ('once' as const),
      fileId: id,
    }
    return deed.run(async (requestId) => {
      await claims.readRoster({ requestId, ...asks, claim: { id: claimId, version } })
      onDone()
    }, asks)
  }
  const pick = () =>
    void deed.run(async () => {
      const uploaded = await uploadFile('xlsx')
      if (uploaded) setFileId(uploaded.fileId)
    })
  return (
    <>
      <DeedNotice deed={deed} again={() => (fileId ? void read(fileId) : pick())} reload={onDone} />
      {fileId ? (
        <Button id="read-other" kind="s" label="用这个新表重数" busy={deed.isBusy} onClick={() => void read(fileId)} />
      ) : (
        <Button id="other-sheet" kind="q" label="改了表，重新传" busy={deed.isBusy} onClick={pick} />
      )}
    </>
  )
}

type Read = { readonly programme: ProgrammeCard; readonly scope: Scope }

export function Withdraw({ claim: { id, version, people }, onDone }: Props) {
  const deed = useDeed()
  const [isAsking, setAsking] = useState(false)
  const take = () =>
    void deed.run(
      async (requestId) => {
        await claims.act({ requestId, id, version, action: 'withdraw', form: {} })
        setAsking(false)
        onDone()
      },
      [id, version],
    )
  const foot = (
    <>
      <DeedNotice deed={deed} again={take} reload={onDone} />
      {!isOvertaken(deed.error) && (
        <Button id="withdraw-send" kind="q" label={withdraw.label} busy={deed.isBusy} onClick={take} />
      )}
    </>
  )
  return (
    <>
      <Button id="withdraw" kind="q" label={withdraw.label} onClick={() => setAsking(true)} />
      {isAsking && (
        <Sheet id="withdraw-sheet" title={`${withdraw.label}名册`} onClose={() => setAsking(false)} foot={foot}>
          {`这 ${people} 人都不算了，别的单位能给他们领。要领，再传一份。`}
        </Sheet>
      )}
    </>
  )
}

/** The bank sent it back: the account once more. */
export function Repair({ claim: { id, version, maskedAccount }, onDone }: Props) {
  const deed = useDeed()
  const [draft] = useState(() => draftOf(formName(id), blank))
  const [answers, setAnswers] = useState(draft.read)
  const [mistakes, setMistakes] = useState<Mistakes>({})
  const answer = (next: Partial<Answers>) => {
    setAnswers(draft.keep(next))
    setMistakes({})
  }
  const send = () => {
    const { card, mistakes: found } = readCard(draft.read())
    setMistakes(found)
    if (!card) return
    void deed.run(
      async (requestId) => {
        try {
          await claims.act({ requestId, id, version, action: 'repair', form: { card } })
        } catch (failure) {
          setMistakes(refusedIn(toAppError(failure).detail.fields ?? {}, []))
          throw failure
        }
        draft.clear()
        onDone()
      },
      [id, version, card],
    )
  }
  const items = Object.entries(mistakes).map(([fieldId, text]) => ({ text, fieldId }))
  return (
    <>
      {items.length > 0 && <ErrorSummary items={items} />}
      <AccountFields answers={answers} mistakes={mistakes} masked={maskedAccount} answer={answer} />
      <DeedNotice deed={deed} again={send} reload={onDone} />
      <BottomBar>
        <Button id="repair" kind="p" label={`${repair.label}，再打一次`} busy={deed.isBusy} onClick={send} />
      </BottomBar>
    </>
  )
}
