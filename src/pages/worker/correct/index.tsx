/** Changes who you are: everything anew, since the phone only ever sees it masked; the site looks again. */
import { useState } from 'react'
import { workerApi } from '../../../../domain/worker/api'
import type { WorkerCard } from '../../../../domain/worker/views'
import { goBack } from '../../../cloud/go'
import { useLetter } from '../../../cloud/letter'
import { draftOf } from '../../../cloud/phone-storage'
import { newRequestId } from '../../../cloud/random'
import { BottomBar, Button, Notice } from '../../../ui'
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
    <AskedPage title="改姓名、证件、手机" asked={asked}>
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
      {letter.state === 'none' && (
        <Notice
          kind="info"
          text={`现在是 ${card.maskedName}，${card.maskedNumber}，${card.maskedPhone}。改了，管理员再核实一次`}
        />
      )}
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
