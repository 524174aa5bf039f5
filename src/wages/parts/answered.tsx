/** What came of it, on top of every calculator: the sum with its working, or what is still to be told. */
import { useState } from 'react'
import { figures, sayYuanAloud } from '../../../domain/kernel/money'
import type { Answer, Counted, Line, Note } from '../../../domain/wages/answer'
import { type CalculatorName, calculators } from '../../../domain/wages/kept'
import { Button, Card, Notice, Row, RuleRow } from '../../ui'
import { Amount } from '../../ui/amount'

export type Reading = { readonly answer: Answer; readonly mistake?: undefined } | { readonly mistake: string }

type Props = { readonly calculator: CalculatorName; readonly reading: Reading }

export function Answered({ calculator, reading }: Props) {
  if (reading.mistake !== undefined) return <Notice id="mistake" kind="stop" text={reading.mistake} />
  const { answer } = reading
  if (answer.answer === 'amount') return <Sum label={calculators[calculator].label} sum={answer} />
  return (
    <Card id="needs" title="还要知道">
      {answer.needs.map(({ question }) => (
        <RuleRow key={question} verdict="unknown" text={question} />
      ))}
    </Card>
  )
}

const why = (source: string | undefined): string | undefined => source && `凭什么：${source}`

function Sum({ label, sum }: { readonly label: string; readonly sum: Counted }) {
  const { totalFen, basis, lines } = sum
  return (
    <>
      <Card id="sum">
        <Amount figure={figures(totalFen)} unit="元" note={`${label}，一共`} spoken={sayYuanAloud(totalFen)} />
      </Card>
      {lines.length + basis.length > 0 && <Working basis={basis} lines={lines} />}
    </>
  )
}

/** What is said beside the sum; it stands below the questions, which go on being answered. */
export function Notes({ reading }: { readonly reading: Reading }) {
  const notes = 'answer' in reading && reading.answer.answer === 'amount' ? reading.answer.notes : []
  if (notes.length === 0) return null
  return (
    <Card id="notes" title="还有几句话">
      {notes.map(({ words, source }) => (
        <Row key={words} title={words} note={why(source)} />
      ))}
    </Card>
  )
}

/** The questions below stay within reach. */
const AT_ONCE = 4

function Working({ basis, lines }: { readonly basis: readonly Note[]; readonly lines: readonly Line[] }) {
  const [most, setMost] = useState(AT_ONCE)
  return (
    <Card id="working" title="怎么算的">
      {[...basis, ...lines].slice(0, most).map(({ words, source }) => (
        <Row key={words} title={words} note={why(source)} />
      ))}
      {basis.length + lines.length > most && (
        <Button
          id="more"
          kind="q"
          label={`再看 ${basis.length + lines.length - most} 行`}
          onClick={() => setMost(Number.POSITIVE_INFINITY)}
        />
      )}
    </Card>
  )
}
