/** What a fact must be, asked by its kind; and on which day, or through which days. */
import { type FactKind, type FactRow, factRow, isFactName } from '../../../domain/rules'
import { Choice, Field, LongText, PickRow } from '../../ui'
import { Picks } from '../../ui/picks'
import type { Mistakes } from './answers'
import type { RuleItem } from './lists'

type Asks = {
  readonly item: RuleItem
  readonly mistakes: Mistakes
  readonly answer: (next: Partial<RuleItem>) => void
}
type Of<K extends FactKind> = Asks & { readonly row: Extract<FactRow, { kind: K }> }

/** As long as a value of a rule may be, forty of them. */
const MOST_NAMES = 600

export function Must(asks: Asks) {
  const { fact } = asks.item
  if (!isFactName(fact)) return null
  const row = factRow(fact)
  switch (row.kind) {
    case 'yesNo':
      return <YesNo {...asks} row={row} />
    case 'choice':
      return <OneOf {...asks} row={row} />
    case 'number':
      return <Bound {...asks} label={`${row.before}几${row.unit}`} least={row.least} kind="number" />
    case 'fen':
      return <Bound {...asks} label={`${row.before}多少元`} least="至少" kind="text" />
    case 'day':
      return <OnDay {...asks} label={row.label} />
    case 'text':
      return <Named {...asks} label={row.label} />
  }
}

function YesNo({ row, item, mistakes, answer }: Of<'yesNo'>) {
  return (
    <Choice
      id="must"
      label="要怎样"
      options={[
        { value: 'true', text: row.yes },
        { value: 'false', text: row.no },
      ]}
      value={item.values[0] ?? ''}
      error={mistakes.must}
      onChange={(value) => answer({ values: [value] })}
    />
  )
}

function OneOf({ row, item, mistakes, answer }: Of<'choice'>) {
  const options = Object.entries(row.choices).map(([value, { label }]) => ({ value, text: label }))
  return (
    <Picks
      id="must"
      label="要是哪几样"
      hint="选中的，有一样就行"
      options={options}
      value={item.values}
      error={mistakes.must}
      onChange={(values) => answer({ values: [...values] })}
    />
  )
}

type BoundProps = Asks & { readonly label: string; readonly least: string; readonly kind: 'number' | 'text' }

function Bound({ label, least, kind, item, mistakes, answer }: BoundProps) {
  return (
    <>
      <Choice
        id="must"
        label="要怎样"
        options={[
          { value: 'atLeast', text: `${least}这么多`, hint: '正好的也算' },
          { value: 'atMost', text: '最多这么多', hint: '正好的也算' },
        ]}
        value={item.how}
        error={mistakes.must}
        onChange={(how) => answer({ how })}
      />
      <Field
        id="amount"
        label={label}
        kind={kind}
        value={item.amount}
        error={mistakes.amount}
        onChange={(amount) => answer({ amount })}
      />
    </>
  )
}

function OnDay({ label, item, mistakes, answer }: Asks & { readonly label: string }) {
  return (
    <>
      <Choice
        id="must"
        label="要怎样"
        options={[
          { value: 'onOrBefore', text: '这一天或更早' },
          { value: 'onOrAfter', text: '这一天或更晚' },
        ]}
        value={item.how}
        error={mistakes.must}
        onChange={(how) => answer({ how })}
      />
      <PickRow
        id="day"
        label={label}
        kind="day"
        value={item.day}
        error={mistakes.day}
        onChange={(day) => answer({ day })}
      />
    </>
  )
}

function Named({ label, item, mistakes, answer }: Asks & { readonly label: string }) {
  return (
    <LongText
      id="must"
      label={label}
      hint="一行写一家，和名册上的一个字不差"
      max={MOST_NAMES}
      value={item.amount}
      error={mistakes.must}
      onChange={(amount) => answer({ amount })}
    />
  )
}

const days = [
  { value: '', text: '领的那天' },
  { value: 'on', text: '某一天', hint: '像：除夕那天在岗' },
  { value: 'through', text: '一段日子，每天都要', hint: '像：除夕到初六都在上海' },
]

export function When({ item, mistakes, answer }: Asks) {
  return (
    <>
      <Choice id="when" label="看哪天" options={days} value={item.when} onChange={(when) => answer({ when })} />
      {item.when === 'on' && (
        <PickRow
          id="on"
          label="哪一天"
          kind="day"
          value={item.on}
          error={mistakes.on}
          onChange={(on) => answer({ on })}
        />
      )}
      {item.when === 'through' && (
        <>
          <PickRow
            id="from"
            label="从哪天"
            kind="day"
            value={item.from}
            error={mistakes.from}
            onChange={(from) => answer({ from })}
          />
          <PickRow
            id="to"
            label="到哪天"
            kind="day"
            opensAt={item.from}
            value={item.to}
            error={mistakes.to}
            onChange={(to) => answer({ to })}
          />
        </>
      )}
    </>
  )
}
