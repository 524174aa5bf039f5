/** One fact of a made-up person, chosen or typed by its kind; not knowing it is an answer too. And how many, for the money. */
import { useState } from 'react'
import { fen, figures, parseYuan } from '../../../domain/kernel/money'
import { type FactName, type FactRow, type FactValue, factRow } from '../../../domain/rules'
import { Button, Choice, Field, PickRow, Sheet } from '../../ui'
import { UNKNOWN } from './asked-facts'

type Props = {
  readonly fact: FactName
  readonly value: FactValue | undefined
  readonly onAnswer: (value: FactValue | undefined) => void
  readonly onClose: () => void
}

const NOBODY_KNOWS = ''
const unknown = { value: NOBODY_KNOWS, text: UNKNOWN }

const optionsOf = (row: FactRow): { value: string; text: string }[] | undefined => {
  if (row.kind === 'yesNo') return [{ value: 'true', text: row.yes }, { value: 'false', text: row.no }, unknown]
  if (row.kind !== 'choice') return undefined
  return [...Object.entries(row.choices).map(([value, { label }]) => ({ value, text: label })), unknown]
}

const chosenOf = (row: FactRow, value: string): FactValue | undefined => {
  if (value === NOBODY_KNOWS) return undefined
  return row.kind === 'yesNo' ? value === 'true' : value
}

export function FactSheet({ fact, value, onAnswer, onClose }: Props) {
  const row = factRow(fact)
  const options = optionsOf(row)
  if (!options) return <TypedSheet fact={fact} row={row} value={value} onAnswer={onAnswer} onClose={onClose} />
  return (
    <Sheet id="fact" title={row.label} onClose={onClose}>
      <Choice
        id="fact-value"
        label="他是"
        options={options}
        value={value === undefined ? NOBODY_KNOWS : String(value)}
        onChange={(next) => onAnswer(chosenOf(row, next))}
      />
    </Sheet>
  )
}

type Typed = { readonly value: FactValue } | { readonly mistake: string }

const wholeNumber = (text: string): Typed =>
  /^\d{1,6}$/.test(text) ? { value: Number(text) } : { mistake: '写数字，像 20' }
const money = (text: string): Typed => {
  const amount = parseYuan(text)
  return amount === undefined ? { mistake: '写多少元，像 300' } : { value: amount }
}

const typedOf = ({ kind }: FactRow, text: string): Typed => {
  if (kind === 'number') return wholeNumber(text)
  return kind === 'fen' ? money(text) : { value: text }
}

const shownOf = ({ kind }: FactRow, value: FactValue | undefined): string => {
  if (value === undefined) return ''
  return kind === 'fen' ? figures(fen(Number(value))) : String(value)
}

const unitOf = (row: FactRow): string => {
  if (row.kind === 'number') return `几${row.unit}`
  return row.kind === 'fen' ? '多少元' : '哪一家'
}

function TypedSheet({ row, value, onAnswer, onClose }: Props & { readonly row: FactRow }) {
  const [text, setText] = useState(() => shownOf(row, value))
  const [mistake, setMistake] = useState<string>()
  const type = (next: string) => {
    setText(next)
    setMistake(undefined)
  }
  const done = () => {
    if (text.trim() === '') return onAnswer(undefined)
    const typed = typedOf(row, text.trim())
    if ('value' in typed) onAnswer(typed.value)
    else setMistake(typed.mistake)
  }
  const foot = (
    <>
      <Button id="fact-unknown" kind="q" label={UNKNOWN} onClick={() => onAnswer(undefined)} />
      <Button id="fact-done" kind="s" label="就这样" onClick={done} />
    </>
  )
  return (
    <Sheet id="fact" title={row.label} onClose={onClose} foot={foot}>
      {row.kind === 'day' ? (
        <PickRow id="fact-value" label="哪一天" kind="day" value={text} error={mistake} onChange={type} />
      ) : (
        <Field
          id="fact-value"
          label={unitOf(row)}
          kind={row.kind === 'number' ? 'number' : 'text'}
          value={text}
          error={mistake}
          onChange={type}
        />
      )}
    </Sheet>
  )
}

type CountProps = {
  readonly label: string
  readonly value: string
  readonly onAnswer: (value: string) => void
  readonly onClose: () => void
}

export function CountSheet({ label, value, onAnswer, onClose }: CountProps) {
  const [text, setText] = useState(value)
  const [mistake, setMistake] = useState<string>()
  const done = () => (/^\d{1,6}$/.test(text.trim()) ? onAnswer(text.trim()) : setMistake('写数字，像 20'))
  return (
    <Sheet
      id="count-sheet"
      title={label}
      onClose={onClose}
      foot={<Button id="count-done" kind="s" label="就这样" onClick={done} />}
    >
      <Field
        id="count-value"
        label={label}
        hint="钱按这个算"
        kind="number"
        value={text}
        error={mistake}
        onChange={(next) => {
          setText(next)
          setMistake(undefined)
        }}
      />
    </Sheet>
  )
}
