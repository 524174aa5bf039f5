/** Changes who you are: everything anew, since the phone only ever sees it masked; the site looks again. */
import { useState } from 'react'
import { workerApi } from '../../../../domain/worker/api'
import type { WorkerCard } from '../../../../domain/worker/views'
import { goBack } from '../../../cloud/go'
import { useLetter } from '../../../cloud/letter'
import { draftOf } from '../../../cloud/phone-storage'
import { newRequestId } from '../../../cloud/random'
import { BottomBar, Button, Card, Row } from '../../../ui'
import { AskedPage } from '../parts/asked-page'
import { MistakeList, TypedPhone, WhoFields } from '../parts/fields'
import { blank, type FormAnswers, type Mistakes, mistakesIn, readPerson } from '../parts/form'
import { LetterNotice } from '../parts/letter-notice'
import { useMine } from '../parts/mine'
import { NoCard } from '../parts/no-card'
import { today } from '../parts/registration'

const CORRECT_DRAFT = 'correct'
const draft = draftOf(CORRECT_DRAFT, blank)

export default function CorrectPage() {
  const asked = useMine()
  return (
    <AskedPage title="改资料" asked={asked}>
      {({ card }) => (card ? <Form key={card.version} card={card} /> : <NoCard />)}
    </AskedPage>
  )
}

function Form({ card }: { card: WorkerCard }) {
  const [answers, setAnswers] = useState<FormAnswers>(draft.read)
  const [mistakes, setMistakes] = useState<Mistakes>({})
  const letter = useLetter(workerApi, 'correct', goBack, { draft: CORRECT_DRAFT })
  const answer = (next: Partial<FormAnswers>) => {
    setAnswers(draft.keep(next))
    setMistakes({})
  }
  const save = () => {
    const person = readPerson({ ...answers, phoneSource: 'typed' }, today())
    if (!person.ok) return setMistakes(person.mistakes)
    letter.send({ requestId: newRequestId(), id: card.id, version: card.version, person: person.value })
  }
  const shown = { ...mistakesIn(letter.error?.detail.fields ?? {}), ...mistakes }
  return (
    <>
      <LetterNotice letter={letter} again={save} />
      <Now card={card} />
      <MistakeList mistakes={shown} />
      <WhoFields answers={answers} mistakes={shown} answer={answer} />
      <TypedPhone answers={answers} mistakes={shown} answer={answer} />
      {letter.state !== 'waiting' && (
        <BottomBar>
          <Button id="save" kind="p" label="改了再交" busy={letter.state === 'sending'} onClick={save} />
        </BottomBar>
      )}
    </>
  )
}

function Now({ card }: { card: WorkerCard }) {
  return (
    <Card title="现在是">
      <Row title="姓名" value={card.maskedName} />
      <Row title="证件号" value={card.maskedNumber} />
      <Row title="手机号" value={card.maskedPhone} />
    </Card>
  )
}
