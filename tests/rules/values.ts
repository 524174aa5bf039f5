/** A rule or a fact as a person at the bureau writes it, read into what the engine takes. */
import * as v from 'valibot'
import { parseYuan } from '../../domain/kernel/money'
import { isDay, toDay } from '../../domain/kernel/time'
import {
  type DatedFact,
  type FactName,
  type FactRow,
  type FactValue,
  factNames,
  factRow,
  Rule,
} from '../../domain/rules'
import { CaseError, type Field, type Item } from './lines'

/** The fact's label stands before the colon, what is said of it behind. */
export const factIn = (file: string, { number, text }: Item): { fact: FactName; words: string } => {
  const [label = '', ...rest] = text.split('：')
  const fact = factNames.find((name) => factRow(name).label === label)
  if (fact) return { fact, words: rest.join('：').trim() }
  const labels = factNames.map((name) => factRow(name).label).join('、')
  throw new CaseError(file, number, `没有“${label}”这一项。能写的有：${labels}`)
}

const yesNo: Readonly<Record<string, boolean>> = { 是: true, 不是: false }

const choiceOf = (row: FactRow, words: string): string | undefined =>
  row.kind === 'choice' ? Object.entries(row.choices).find(([, { label }]) => label === words)?.[0] : undefined

const howToWrite = (row: FactRow): string => {
  if (row.kind === 'choice')
    return `从这里面选：${Object.values(row.choices)
      .map(({ label }) => label)
      .join('、')}`
  return {
    yesNo: '写“是”或“不是”',
    number: '写数字',
    fen: '写成“100 元”',
    day: '日子写成 2021-02-09',
    text: '写明是哪个',
  }[row.kind]
}

const readers: Record<FactRow['kind'], (words: string, row: FactRow) => FactValue | undefined> = {
  yesNo: (words) => yesNo[words],
  choice: (words, row) => choiceOf(row, words),
  number: (words) => (/^\d+(\.\d+)?$/.test(words) ? Number(words) : undefined),
  fen: (words) => (words.endsWith('元') ? parseYuan(words) : undefined),
  day: (words) => (isDay(words) ? words : undefined),
  text: (words) => (words === '' ? undefined : words),
}

const valueIn = (file: string, number: number, fact: FactName, words: string): FactValue => {
  const row = factRow(fact)
  const value = readers[row.kind](words, row)
  if (value === undefined) throw new CaseError(file, number, `“${row.label}：${words}”看不懂，${howToWrite(row)}`)
  return value
}

/** 至少 5, 最多 100 元, 2020-12-31 或以前, 建筑或餐饮. */
const testIn = (file: string, number: number, fact: FactName, words: string): object => {
  const value = (text: string) => valueIn(file, number, fact, text)
  const bound = /^(至少|最多)\s*(.+)$/.exec(words)
  if (bound) return { [bound[1] === '至少' ? 'atLeast' : 'atMost']: value(bound[2] ?? '') }
  const day = /^(\S+) 或(以后|以前)$/.exec(words)
  if (day) return { [day[2] === '以后' ? 'onOrAfter' : 'onOrBefore']: value(day[1] ?? '') }
  return { is: words.split('或').map((one) => value(one.trim())) }
}

const spanIn = (file: string, { value, number }: Field): object => {
  const [, from = '', , to] = /^(\S+)( 到 (\S+))?$/.exec(value) ?? []
  if ([from, to ?? from].every(isDay)) return to === undefined ? { on: from } : { through: { from, to } }
  throw new CaseError(file, number, `“${value}”看不懂，写成 2021-02-09，或 2021-02-11 到 2021-02-17`)
}

const sourceIn = (file: string, { value, number }: Field): object => {
  const [documentId, article] = value.split(' ')
  if (documentId && article) return { documentId, article }
  throw new CaseError(file, number, '出处写成“文件编号 第几条”')
}

const ruleFields: Readonly<Record<string, (file: string, field: Field) => object>> = {
  哪天: (file, field) => ({ when: spanIn(file, field) }),
  说法: (_, { value }) => ({ says: value }),
  出处: (file, field) => ({ source: sourceIn(file, field) }),
}

const fieldsIn = (file: string, fields: readonly Field[], known: typeof ruleFields): object =>
  Object.assign(
    {},
    ...fields.map((field) => {
      const read = known[field.key]
      if (!read)
        throw new CaseError(file, field.number, `这里不能写“${field.key}”，能写：${Object.keys(known).join('、')}`)
      return read(file, field)
    }),
  )

const draftIn = (file: string, item: Item): object => {
  if (item.text === '任一条：') return { anyOf: item.items.map((one) => draftIn(file, one)) }
  const { fact, words } = factIn(file, item)
  return { fact, must: testIn(file, item.number, fact, words), ...fieldsIn(file, item.fields, ruleFields) }
}

/** As the schema takes it, so a case can ask for nothing that a programme could not. */
export const ruleIn = (file: string, item: Item): Rule => {
  const parsed = v.safeParse(Rule, draftIn(file, item))
  if (!parsed.success) throw new CaseError(file, item.number, parsed.issues.map(({ message }) => message).join('；'))
  return parsed.output
}

const dayIn = (file: string, { value, number }: Field) => {
  if (!isDay(value)) throw new CaseError(file, number, `“${value}”不是日子，写成 2021-02-09`)
  return toDay(value)
}

const factFields: typeof ruleFields = {
  从: (file, field) => ({ from: dayIn(file, field) }),
  到: (file, field) => ({ to: dayIn(file, field) }),
  据: (_, { value }) => ({ source: value }),
}

export const datedFactIn = (file: string, item: Item): { fact: FactName; row: DatedFact } => {
  const { fact, words } = factIn(file, item)
  const value = valueIn(file, item.number, fact, words)
  return { fact, row: { value, ...fieldsIn(file, item.fields, factFields) } }
}
