/** Changes where and how the festival is spent: filled in with what is known, counts at once. */
import { useState } from 'react'
import { workerApi } from '../../../../domain/worker/api'
import type { WorkerCard } from '../../../../domain/worker/views'
import { goBack } from '../../../cloud/go'
import { useLetter } from '../../../cloud/letter'
import { newRequestId } from '../../../cloud/random'
import { BottomBar, Button } from '../../../ui'
import { AskedPage } from '../parts/asked-page'
import { MistakeList, StayFields } from '../parts/fields'
import { blank, type FormAnswers, type Mistakes, mistakesIn, readStay, stayAnswers } from '../parts/form'
import { LetterNotice } from '../parts/letter-notice'
import { useMine } from '../parts/mine'
import { NoCard } from '../parts/no-card'

export default function EditPage() {
  const asked = useMine()
  return (
    <AskedPage title="改住处和安排" asked={asked}>
      {({ card }) => (card ? <Form key={card.version} card={card} /> : <NoCard />)}
    </AskedPage>
  )
}

function Form({ card }: { card: WorkerCard }) {
  const [answers, setAnswers] = useState<FormAnswers>({ ...blank, ...stayAnswers(card.stay) })
  const [mistakes, setMistakes] = useState<Mistakes>({})
  const letter = useLetter(workerApi, 'act', goBack)
  const answer = (next: Partial<FormAnswers>) => {
    setAnswers((before) => ({ ...before, ...next }))
    setMistakes({})
  }
  const save = () => {
    const stay = readStay(answers)
    if (!stay.ok) return setMistakes(stay.mistakes)
    letter.send({ requestId: newRequestId(), id: card.id, version: card.version, action: 'update', form: stay.value })
  }
  return (
    <>
      <LetterNotice letter={letter} again={save} />
      <MistakeList mistakes={{ ...mistakesIn(letter.error?.detail.fields ?? {}), ...mistakes }} />
      <StayFields answers={answers} mistakes={mistakes} answer={answer} />
      {letter.state !== 'waiting' && (
        <BottomBar>
          <Button id="save" kind="p" label="改好了" busy={letter.state === 'sending'} onClick={save} />
        </BottomBar>
      )}
    </>
  )
}
