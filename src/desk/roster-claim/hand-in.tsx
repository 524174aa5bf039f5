/** What is still asked before a counted roster goes: the account, the pictures, and that all of it is true. */
import { useRef, useState } from 'react'
import type { EvidenceAsked } from '../../../domain/claim/programme'
import type { ProgrammeCard } from '../../../domain/claim/views'
import type { RosterClaim } from '../../../domain/claim/views-desk'
import { yuan } from '../../../domain/kernel/money'
import { useDeed } from '../../cloud/deed'
import { toAppError } from '../../cloud/delivery'
import { draftOf } from '../../cloud/phone-storage'
import { dropPicture, uploadKept } from '../../cloud/upload'
import { BottomBar, Button, Choice, ErrorSummary } from '../../ui'
import { claims } from '../parts/claims-api'
import { DeedNotice } from '../parts/deed-notice'
import { AccountFields } from './account-fields'
import { Evidence } from './evidence'
import { type Answers, blank, formName, type Mistakes, missingPictures, picturesIn, readCard, refusedIn } from './form'

type Props = {
  readonly claim: RosterClaim
  readonly programme: ProgrammeCard
  readonly label: string
  readonly onBack: () => void
  readonly onDone: () => void
}

const promise = [{ value: 'yes', text: '名册和照片都是真的', hint: '写错能改，造假要退钱' }]

/** Each goes up once, however often the rest is tried. */
const useUploads = () => {
  const sent = useRef(new Map<string, string>())
  return async (path: string): Promise<string> => {
    const fileId = sent.current.get(path) ?? (await uploadKept(path))
    sent.current.set(path, fileId)
    return fileId
  }
}

/** Of a roster sent back the pictures of before stand, but for those taken anew. */
const mistakesIn = (answers: Answers, evidence: readonly EvidenceAsked[], isAgain: boolean): Mistakes => ({
  ...readCard(answers).mistakes,
  ...(isAgain ? {} : missingPictures(evidence, picturesIn(answers))),
  ...(answers.declares ? {} : { declares: '看过，点一下再交' }),
})

export function HandIn({ claim, programme: { evidence }, label, onBack, onDone }: Props) {
  const isAgain = claim.can.includes('mend')
  const { id, version, people, amountFen, maskedAccount } = claim
  const [draft] = useState(() => draftOf(formName(id), blank))
  const [answers, setAnswers] = useState(draft.read)
  const [mistakes, setMistakes] = useState<Mistakes>({})
  const deed = useDeed()
  const fileOf = useUploads()
  const answer = (next: Partial<Answers>) => {
    setAnswers(draft.keep(next))
    setMistakes({})
  }
  const pictures = picturesIn(answers)
  const send = async () => {
    const now = draft.read()
    const found = mistakesIn(now, evidence, isAgain)
    setMistakes(found)
    const { card } = readCard(now)
    if (!card || Object.keys(found).length > 0) return
    const isDone = await deed.run(
      async (requestId) => {
        try {
          const sent: { evidenceId: string; fileIds: string[] }[] = []
          for (const { evidenceId } of evidence) {
            const fileIds: string[] = []
            for (const { path } of picturesIn(now)[evidenceId] ?? []) fileIds.push(await fileOf(path))
            if (fileIds.length > 0) sent.push({ evidenceId, fileIds })
          }
          await claims.submitRoster({ requestId, id, version, form: { card, evidence: sent, declares: true } })
        } catch (failure) {
          setMistakes(refusedIn(toAppError(failure).detail.fields ?? {}, evidence))
          throw failure
        }
      },
      [id, version, now],
    )
    if (!isDone) return
    for (const kept of Object.values(picturesIn(now)).flat()) dropPicture(kept.path)
    draft.clear()
    onDone()
  }
  const items = Object.entries(mistakes).map(([question, text]) => ({ text, fieldId: fieldOf(question, evidence) }))
  return (
    <>
      {items.length > 0 && <ErrorSummary items={items} />}
      <AccountFields answers={answers} mistakes={mistakes} masked={maskedAccount} answer={answer} />
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
      <DeedNotice deed={deed} again={() => void send()} reload={onDone} />
      <BottomBar note={`${people} 人，${yuan(amountFen)}。交了，每个人都会知道，能说不对`}>
        <Button id="before" kind="q" label="上一步" onClick={onBack} />
        <Button id="hand-in" kind="p" label={label} busy={deed.isBusy} onClick={() => void send()} />
      </BottomBar>
    </>
  )
}

const fieldOf = (question: string, evidence: readonly EvidenceAsked[]): string =>
  evidence.some(({ evidenceId }) => evidenceId === question) ? `photo-${question}` : question
