/** The parts of a programme one after the other, then all of it to look over; what the cloud finds leads back to its part. */
import { useEffect, useState } from 'react'
import type { ProgrammeDetails } from '../../../domain/claim/programme'
import type { DeskProgrammeWhole } from '../../../domain/claim/views-desk'
import type { Scope } from '../../../domain/kernel/roles'
import { BottomBar, Button, ErrorSummary, Steps } from '../../ui'
import { DeedNotice } from '../parts/deed-notice'
import { ReasonSheet } from '../parts/reason-sheet'
import { goBack } from '../parts/routes'
import type { Mistakes } from './answers'
import { Check } from './check'
import { read } from './details'
import { Excludes } from './excludes'
import { HowMuch } from './fields-amount'
import { type Asks, Gives, What } from './fields-gift'
import { Documents, Pictures, Rules } from './fields-lists'
import { Budget, Dates, Signing } from './fields-when'
import {
  after,
  before,
  CHECK,
  idOf,
  mistakesOn,
  numberOf,
  type PartName,
  parts,
  type Step,
  stepNamed,
  titleOf,
} from './parts'
import type { InHand } from './use-draft'
import { useSending } from './use-sending'

type Props = {
  readonly name: string
  readonly inHand: InHand
  readonly scope: Scope
  /** The one that is changed. */
  readonly programme?: DeskProgrammeWhole | undefined
  /** Where what has to be mended stands. */
  readonly startsAt?: Step | undefined
  /** What the page is called now. */
  readonly onTitle: (title: string) => void
}

const screens: Readonly<Record<Exclude<PartName, 'excludes'>, (asks: Asks) => JSX.Element>> = {
  what: What,
  gives: Gives,
  documents: Documents,
  amount: HowMuch,
  rules: Rules,
  dates: Dates,
  budget: Budget,
  evidence: Pictures,
  signing: Signing,
}

export function ProgrammeForm({ name, inHand, scope, programme, startsAt, onTitle }: Props) {
  const { draft, answers, give } = inHand
  const [step, setStep] = useState<Step>(startsAt ?? stepNamed(answers.step) ?? 'what')
  const [isMending, setMending] = useState(startsAt !== undefined)
  const [mistakes, setMistakes] = useState<Mistakes>({})
  useEffect(() => onTitle(titleOf(step)), [onTitle, step])
  const sending = useSending({ draft, scope, programme, onRefused: setMistakes })
  const go = (next: Step, mends = false) => {
    draft.keep({ step: next })
    setMending(mends)
    setMistakes({})
    setStep(next)
  }
  const asks: Asks = {
    name,
    answers,
    mistakes,
    give: (next) => {
      give(next)
      setMistakes({})
    },
  }
  if (step === CHECK)
    return (
      <>
        <DeedNotice deed={sending.deed} again={sending.again} />
        <Check answers={answers} refused={mistakes} onMend={(part) => go(part, true)} />
        <SendBar sending={sending} onBack={() => go('signing')} read={() => read(draft.read())} />
      </>
    )
  const goOn = () => {
    const found = read(draft.read())
    const here = 'mistakes' in found ? mistakesOn(step, found.mistakes) : {}
    setMistakes(here)
    if (Object.keys(here).length === 0) go(isMending ? CHECK : after(step))
  }
  const previous = before(step)
  const items = Object.entries(mistakes).map(([question, text]) => ({ text, fieldId: idOf(question) }))
  const Part = step === 'excludes' ? undefined : screens[step]
  return (
    <>
      {!isMending && <Steps now={numberOf(step)} of={parts.length} />}
      {items.length > 0 && <ErrorSummary items={items} />}
      {Part ? <Part key={step} {...asks} /> : <Excludes {...asks} scope={scope} ownId={programme?.row.id ?? ''} />}
      <BottomBar note="写的都存在这部手机里">
        {!isMending && (
          <Button
            id="before"
            kind="q"
            label={previous ? '上一步' : '先不写了'}
            onClick={() => (previous ? go(previous) : goBack('programmes'))}
          />
        )}
        <Button id="go-on" kind="p" label={isMending ? '改好了' : '下一步'} onClick={goOn} />
      </BottomBar>
    </>
  )
}

type BarProps = {
  readonly sending: ReturnType<typeof useSending>
  readonly read: () => { readonly details: ProgrammeDetails } | { readonly mistakes: Mistakes }
  readonly onBack: () => void
}

const whys = ['上面的文件改了', '写错了，改过来', '钱或名额有变动']

function SendBar({ sending, read: readAll, onBack }: BarProps) {
  const [isAsking, setAsking] = useState(false)
  const { deed, isNextEdition, label } = sending
  const send = (why?: string) => {
    const found = readAll()
    if ('details' in found) sending.send(found.details, why)
    else setAsking(false)
  }
  const isWhole = 'details' in readAll()
  return (
    <>
      <BottomBar note={isNextEdition ? '已经交了的，按交的那天的规定算' : '存了还能改，开始领以前谁都看不到'}>
        <Button id="before" kind="q" label="上一步" onClick={onBack} />
        {isWhole && (
          <Button
            id="save"
            kind="p"
            label={label}
            busy={deed.isBusy}
            onClick={() => (isNextEdition ? setAsking(true) : send())}
          />
        )}
      </BottomBar>
      {isAsking && (
        <ReasonSheet
          id="why"
          title="为什么要改"
          reasons={whys}
          label={label}
          isBusy={deed.isBusy}
          error={deed.error}
          note="改了什么、为什么，都留着，谁都能看。"
          onReason={send}
          onClose={() => {
            deed.forget()
            setAsking(false)
          }}
        />
      )}
    </>
  )
}
