/** Registers somebody without a smartphone: read aloud first, then who, then the stay; the person confirms later. */
import { useState } from 'react'
import { onOf } from '../../../domain/kernel/time'
import { workerApi } from '../../../domain/worker/api'
import { staff, workers } from '../../cloud/apis'
import { useAsk } from '../../cloud/ask'
import { useDeed } from '../../cloud/deed'
import { MistakeList, StayFields, WhoFields } from '../../pages/worker/parts/fields'
import {
  blank,
  type FormAnswers,
  type Mistakes,
  mistakesIn,
  mistakesOf,
  only,
  readPerson,
  readStay,
  screens,
} from '../../pages/worker/parts/form'
import { BottomBar, Button, Field, Steps } from '../../ui'
import { grantsFor, placesOf } from '../parts/access'
import { AtPlace } from '../parts/at-place'
import { DeedNotice } from '../parts/deed-notice'
import { DeskPage } from '../parts/desk-page'
import { Aloud } from './aloud'
import { Done } from './done'

type Given = Awaited<ReturnType<typeof workers.registerFor>>
type Step = 'aloud' | 'who' | 'stay'

const whoQuestions = [...screens.phone, ...screens.who]
const checks: Readonly<Record<'who' | 'stay', (answers: FormAnswers) => Mistakes>> = {
  who: (answers) => only(mistakesOf(readPerson(answers, onOf(new Date()))), whoQuestions),
  stay: (answers) => mistakesOf(readStay(answers)),
}

const load = async () => {
  const [me, text] = await Promise.all([staff.me({}), workers.consent({})])
  return { me, text }
}

export default function RegisterForPage() {
  const asked = useAsk(load)
  const [given, setGiven] = useState<Given>()
  return (
    <DeskPage title="代人登记" asked={asked}>
      {({ me, text }) =>
        given ? (
          <Done given={given} onAgain={() => setGiven(undefined)} />
        ) : (
          <AtPlace
            id="site"
            label="登记在哪个点"
            roots={placesOf(grantsFor(workerApi.endpoints.registerFor, me.grants))}
            wanted="site"
          >
            {({ scope }) => <Registering siteId={scope.id} text={text} onGiven={setGiven} />}
          </AtPlace>
        )
      }
    </DeskPage>
  )
}

/** Exactly what the cloud takes of somebody else's phone: digits, since there is no button of theirs to tap. */
const personOf = (answers: FormAnswers) => {
  const [person, stay] = [readPerson(answers, onOf(new Date())), readStay(answers)]
  if (!person.ok || !stay.ok) return undefined
  return { ...person.value, phone: answers.phone, stay: stay.value }
}

type Props = {
  readonly siteId: string
  readonly text: Awaited<ReturnType<typeof workers.consent>>
  readonly onGiven: (given: Given) => void
}

/** Nothing of it is kept in this phone's storage: it is somebody else's number on the officer's phone. */
function Registering({ siteId, text, onGiven }: Props) {
  const deed = useDeed()
  const [step, setStep] = useState<Step>('aloud')
  const [answers, setAnswers] = useState<FormAnswers>({ ...blank, phoneSource: 'typed' })
  const [mistakes, setMistakes] = useState<Mistakes>({})
  const answer = (next: Partial<FormAnswers>) => {
    setAnswers((before) => ({ ...before, ...next }))
    setMistakes({})
  }
  const check = (at: 'who' | 'stay'): boolean => {
    const wrong = checks[at](answers)
    setMistakes(wrong)
    return Object.keys(wrong).length === 0
  }
  const register = async () => {
    const person = personOf(answers)
    if (!check('stay') || !person) return
    const input = { siteId, person, saidYes: true } as const
    await deed.run(async (requestId) => onGiven(await workers.registerFor({ requestId, ...input })), input)
  }
  if (step === 'aloud') return <Aloud text={text} onYes={() => setStep('who')} />
  const shown = { answers, answer, mistakes: { ...mistakesIn(deed.error?.detail.fields ?? {}), ...mistakes } }
  return (
    <>
      <Steps now={step === 'who' ? 2 : 3} of={3} />
      <DeedNotice deed={deed} again={() => void register()} />
      <MistakeList mistakes={shown.mistakes} />
      {step === 'who' ? (
        <>
          <WhoFields {...shown} />
          <Field
            id="phone"
            label="他的手机号"
            hint="11 位，确认和领补贴都用它"
            kind="phone"
            value={answers.phone}
            error={shown.mistakes.phone}
            onChange={(phone) => answer({ phone })}
          />
        </>
      ) : (
        <StayFields {...shown} />
      )}
      <BottomBar>
        {step === 'who' ? (
          <Button id="next" kind="p" label="下一步" onClick={() => check('who') && setStep('stay')} />
        ) : (
          <>
            <Button id="back" kind="q" label="回上一步" onClick={() => setStep('who')} />
            <Button id="register" kind="p" label="替他登记" busy={deed.isBusy} onClick={() => void register()} />
          </>
        )}
      </BottomBar>
    </>
  )
}
