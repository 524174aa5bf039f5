/** How much: one sum, so much for each, or a share of what was paid; and the paper that says so. */
import { roundings, type UnitName, units } from '../../../domain/claim/benefits'
import { optionsOf } from '../../pages/worker/parts/fields'
import { Choice, Field } from '../../ui'
import type { Answers } from './answers'
import type { Asks } from './fields-gift'
import { listsOf } from './lists'
import { SourceFields } from './source'
import { openLine } from './use-draft'

const ways = [
  { value: 'fixed', text: '一样多', hint: '每一份都是这么多' },
  { value: 'formula', text: '按数量算', hint: '按人、按月、按学时、按春节上班的天数' },
  { value: 'share', text: '按花的钱算', hint: '给实际花的钱的百分之几' },
]

const isUnit = (name: string): name is UnitName => Object.hasOwn(units, name)

export function HowMuch({ name, answers, mistakes, give }: Asks) {
  const { documents } = listsOf(answers)
  const Way = forms[answers.way]
  return (
    <>
      <Choice
        id="way"
        label="怎么算"
        options={ways}
        value={answers.way}
        error={mistakes.way ?? mistakes.amount}
        onChange={(way) => give({ way })}
      />
      {Way && <Way name={name} answers={answers} mistakes={mistakes} give={give} />}
      <SourceFields
        id="amount"
        documents={documents}
        documentId={answers.amountDocument}
        article={answers.amountArticle}
        mistakes={{
          ...(mistakes.amountSource ? { document: mistakes.amountSource } : {}),
          ...(mistakes.amountDocument ? { document: mistakes.amountDocument } : {}),
          ...(mistakes.amountArticle ? { article: mistakes.amountArticle } : {}),
        }}
        onDocument={(amountDocument) => give({ amountDocument })}
        onArticle={(amountArticle) => give({ amountArticle })}
        onWrite={() => openLine('document', name, documents.length)}
      />
    </>
  )
}

const forms: Readonly<Record<string, (asks: Asks) => JSX.Element>> = { fixed: Fixed, formula: Formula, share: Share }

type Typed = Asks & {
  readonly question: 'fen' | 'cap' | 'mostUnits' | 'percent' | 'of'
  readonly label: string
  readonly hint?: string
  readonly kind?: 'text' | 'number'
}

function Typing({ question, label, hint, kind = 'number', answers, mistakes, give }: Typed) {
  const answer = (value: string): Partial<Answers> => ({ [question]: value })
  return (
    <Field
      id={question}
      label={label}
      hint={hint}
      kind={kind}
      value={answers[question]}
      error={mistakes[question]}
      onChange={(value) => give(answer(value))}
    />
  )
}

function Fixed(asks: Asks) {
  return <Typing {...asks} question="fen" label="一份多少元" hint="像 300" kind="text" />
}

function Formula(asks: Asks) {
  const { answers, mistakes, give } = asks
  const unit = isUnit(answers.per) ? units[answers.per] : undefined
  return (
    <>
      <Choice
        id="per"
        label="按什么算"
        options={optionsOf(units)}
        value={answers.per}
        error={mistakes.per}
        onChange={(per) => give({ per })}
      />
      {unit && (
        <>
          <Typing {...asks} question="fen" label={`${unit.label}多少元`} kind="text" />
          <Typing {...asks} question="mostUnits" label={`最多算几${unit.word}`} hint="多出来的不算钱。不限就空着" />
          <Typing {...asks} question="cap" label="一份最多多少元" hint="不限就空着" kind="text" />
        </>
      )}
    </>
  )
}

function Share(asks: Asks) {
  const { answers, mistakes, give } = asks
  return (
    <>
      <Typing {...asks} question="of" label="按什么花的钱" hint="像：培训费" kind="text" />
      <Typing {...asks} question="percent" label="给百分之几" hint="1 到 100，像 80" />
      <Choice
        id="rounding"
        label="零头怎么办"
        hint="不到一分的"
        options={optionsOf(roundings)}
        value={answers.rounding}
        error={mistakes.rounding}
        onChange={(rounding) => give({ rounding })}
      />
      <Typing {...asks} question="cap" label="一份最多多少元" hint="不限就空着" kind="text" />
    </>
  )
}
