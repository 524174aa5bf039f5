/** What is still asked before a counted roster goes: the account, the pictures, and that all of it is true. */
import type { EvidenceAsked } from '../../../domain/claim/programme'
import type { ProgrammeCard } from '../../../domain/claim/views'
import type { RosterClaim } from '../../../domain/claim/views-desk'
import { yuan } from '../../../domain/kernel/money'
import { BottomBar, Button, Choice, ErrorSummary } from '../../ui'
import { DeedNotice } from '../parts/deed-notice'
import { AccountFields } from './account-fields'
import { Evidence } from './evidence'
import { picturesIn } from './form'
import { useHandIn } from './use-hand-in'

type Props = {
  readonly claim: RosterClaim
  readonly programme: ProgrammeCard
  readonly label: string
  readonly onBack: () => void
  readonly onDone: () => void
}

const promise = [{ value: 'yes', text: '名册和照片都是真的', hint: '写错能改，造假要退钱' }]

const fieldOf = (question: string, evidence: readonly EvidenceAsked[]): string =>
  evidence.some(({ evidenceId }) => evidenceId === question) ? `photo-${question}` : question

export function HandIn({ claim, programme: { evidence }, label, onBack, onDone }: Props) {
  const { isAgain, answers, answer, mistakes, deed, send } = useHandIn(claim, evidence, onDone)
  const pictures = picturesIn(answers)
  const items = Object.entries(mistakes).map(([question, text]) => ({ text, fieldId: fieldOf(question, evidence) }))
  return (
    <>
      {items.length > 0 && <ErrorSummary items={items} />}
      <AccountFields answers={answers} mistakes={mistakes} masked={claim.maskedAccount} answer={answer} />
      {evidence.map((asked) => (
        <Evidence
          key={asked.evidenceId}
          asked={asked}
          isAgain={isAgain}
          pictures={pictures[asked.evidenceId] ?? []}
          error={mistakes[asked.evidenceId]}
          onChange={(next) => answer({ pictures: JSON.stringify({ ...pictures, [asked.evidenceId]: next }) })}
        />
      ))}
      <Choice
        id="declares"
        many
        label="说的都是真的"
        options={promise}
        value={answers.declares ? [answers.declares] : []}
        error={mistakes.declares}
        onChange={([chosen = '']) => answer({ declares: chosen })}
      />
      <DeedNotice deed={deed} again={send} reload={onDone} />
      <BottomBar note={`${claim.people} 人，${yuan(claim.amountFen)}。交了，每个人都会知道，能说不对`}>
        <Button id="before" kind="q" label="上一步" onClick={onBack} />
        <Button id="hand-in" kind="p" label={label} busy={deed.isBusy} onClick={send} />
      </BottomBar>
    </>
  )
}
