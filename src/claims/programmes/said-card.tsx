/** 您答过的: each with 改, for whoever tapped the wrong button is judged by it until they say otherwise. */
import { useState } from 'react'
import type { Question } from '../../../domain/claim/views'
import { factRow, isFactName } from '../../../domain/rules/facts'
import { troubleOf } from '../../cloud/trouble'
import { Button, Card, Notice, Row, Sheet } from '../../ui'
import { questionOf } from '../claim/asking'
import { factMistake, optionsOf } from '../claim/reading'
import { FactField } from '../parts/fact-field'
import { type Judged, useAnswering } from './in-place'
import { readSaid } from './said'

type Props = { readonly onAnswered: (judged: Judged) => void }

const wordsOf = (question: Question, said: string): string =>
  (question.kind === 'yesNo' || question.kind === 'choice'
    ? optionsOf(question).find(({ value }) => value === said)?.text
    : undefined) ?? said

const labelOf = ({ fact }: Question): string => (isFactName(fact) ? factRow(fact).label : fact)

export function SaidCard({ onAnswered }: Props) {
  const [open, setOpen] = useState<string>()
  const rows = Object.entries(readSaid()).flatMap(([fact, said]) => {
    const question = questionOf(fact)
    return question ? [{ question, said }] : []
  })
  const chosen = rows.find(({ question }) => question.fact === open)
  if (rows.length === 0) return null
  return (
    <>
      <Card id="said" title="您答过的">
        {rows.map(({ question, said }) => (
          <Row
            key={question.fact}
            id={`said-${question.fact}`}
            title={labelOf(question)}
            value={wordsOf(question, said)}
            go="改"
            onClick={() => setOpen(question.fact)}
          />
        ))}
      </Card>
      {chosen && <Again key={open} {...chosen} onAnswered={onAnswered} onClose={() => setOpen(undefined)} />}
    </>
  )
}

type AgainProps = Props & { readonly question: Question; readonly said: string; readonly onClose: () => void }

function Again({ question, said, onAnswered, onClose }: AgainProps) {
  const [words, setWords] = useState(said)
  const [mistake, setMistake] = useState<string>()
  const { deed, answer } = useAnswering(onAnswered)
  const save = async () => {
    const wrong = factMistake(question, words)
    setMistake(wrong)
    if (!wrong && (await answer(question, words))) onClose()
  }
  return (
    <Sheet
      id="said-again"
      title="改这一条"
      onClose={onClose}
      foot={<Button id="said-save" kind="s" label="改好了" busy={deed.isBusy} onClick={() => void save()} />}
    >
      <FactField question={question} value={words} error={mistake} isSure onChange={setWords} />
      {deed.error && <Notice kind="wait" {...troubleOf(deed.error, () => void save())} />}
    </Sheet>
  )
}
