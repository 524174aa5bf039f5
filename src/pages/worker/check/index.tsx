/** All answers once more, then the one tap that registers; without a signal it is kept here and sent by itself. */
import { useState } from 'react'
import { AppError } from '../../../../domain/kernel/errors'
import { workerApi } from '../../../../domain/worker/api'
import { goCard, goTo } from '../../../cloud/go'
import { useLetter } from '../../../cloud/letter'
import { useOnline } from '../../../cloud/letters'
import { newRequestId } from '../../../cloud/random'
import { askForNotices } from '../../../cloud/subscribe'
import { BottomBar, Button, Card, Row, Screen } from '../../../ui'
import { MistakeList } from '../parts/fields'
import {
  type FormAnswers,
  type Mistakes,
  mistakesIn,
  mistakesOf,
  readConsent,
  readPerson,
  readStay,
} from '../parts/form'
import { REGISTER_DRAFT, registerDraft, today, useAnswers } from '../parts/registration'
import { Kept, NewCodeBar, Refused, wantsNewCode } from './outcome'
import { checkRows } from './rows'

/** Everything the cloud takes, or what is still missing. */
const inputOf = (answers: FormAnswers) => {
  const [person, stay, consent] = [readPerson(answers, today()), readStay(answers), readConsent(answers)]
  if (person.ok && stay.ok && consent.ok) {
    return {
      ok: true,
      input: { scene: answers.scene, person: person.value, stay: stay.value, consent: consent.value },
    } as const
  }
  return { ok: false, mistakes: { ...mistakesOf(person), ...mistakesOf(stay) }, hasAgreed: consent.ok } as const
}

const mistakesAt = (error: AppError | undefined): Mistakes => mistakesIn(error?.detail.fields ?? {})

export default function CheckPage() {
  const isOnline = useOnline()
  const { answers } = useAnswers()
  const [missing, setMissing] = useState<Mistakes>({})
  const [lacksConsent, setLacksConsent] = useState(false)
  const letter = useLetter(workerApi, 'register', goCard, { draft: REGISTER_DRAFT, resumes: true })

  const register = () => {
    void askForNotices()
    const read = inputOf(registerDraft.read())
    if (read.ok) letter.send({ requestId: newRequestId(), ...read.input })
    setMissing(read.ok ? {} : read.mistakes)
    setLacksConsent(!read.ok && !read.hasAgreed)
  }
  if (letter.state === 'waiting') return <Kept isOnline={isOnline} error={letter.error} />
  const mistakes = { ...mistakesAt(letter.error), ...missing }
  const error = lacksConsent ? new AppError('CONSENT_REQUIRED') : letter.error
  return (
    <Screen
      title="看一遍"
      online={isOnline}
      bottom={
        wantsNewCode(error) ? (
          <NewCodeBar />
        ) : (
          <BottomBar note="点了才算登记">
            <Button id="register" kind="p" label="登记" busy={letter.state === 'sending'} onClick={register} />
          </BottomBar>
        )
      }
    >
      {error && <Refused error={error} again={register} forget={letter.forget} />}
      <MistakeList mistakes={mistakes} />
      <Card title={answers.siteName}>
        {checkRows(answers, new Date()).map(({ question, title, value, screen }) => (
          <Row
            key={question}
            id={question}
            title={title}
            value={value}
            error={mistakes[question]}
            go="改"
            onClick={goTo(`${screen}?mend=1`)}
          />
        ))}
      </Card>
    </Screen>
  )
}
