/** The sentences of a rule: what it asks, what is against it, and what is still needed. */
import * as v from 'valibot'
import { Fen, yuan } from '../kernel/money'
import { type Day, isDay, partsOf } from '../kernel/time/day'
import { type FactName, type FactRow, type FactValue, factRow } from './facts'
import type { FactRule, Test, When } from './schema'

export type Reading = { readonly value: FactValue; readonly source?: string | undefined }

/** '2 月 9 日'; the year stands before it when it is another one than that of the day judged. */
const sayOn = (day: Day, on: Day): string => {
  const { year, month, date } = partsOf(day)
  return `${year === partsOf(on).year ? '' : `${year} 年 `}${month} 月 ${date} 日`
}

const filled = (says: string, words: string): string => says.replace('{}', words)
const money = (amount: number): string => {
  const { success, output } = v.safeParse(Fen, amount)
  return success ? yuan(output) : String(amount)
}

const sayOne = (row: FactRow, value: FactValue, on: Day): string => {
  if (row.kind === 'yesNo') return value === true ? row.yes : row.no
  if (row.kind === 'choice') return row.words?.[String(value)] ?? row.choices[String(value)]?.label ?? ''
  if (row.kind === 'fen') return money(Number(value))
  return typeof value === 'string' && isDay(value) ? sayOn(value, on) : String(value)
}

/** Values as the sentence of their fact: 签了书面劳动合同, 干的活是餐饮、酒店, 春节上班 3 天. */
const sayValues = (row: FactRow, values: readonly FactValue[], on: Day): string => {
  if (row.kind === 'text') return row.says
  const said = values.map((value) => sayOne(row, value, on)).join('、')
  if (row.kind === 'yesNo') return said
  if (row.kind === 'number') return `${row.before} ${said} ${row.unit}`
  return row.kind === 'fen' ? `${row.before} ${said}` : filled(row.says, said)
}

/** A value alone, for whoever reads it beside its label. */
export const sayFact = (fact: FactName, value: FactValue, on: Day): string => {
  const row = factRow(fact)
  if (row.kind === 'yesNo') return value === true ? '是' : '不是'
  return row.kind === 'number' ? `${String(value)} ${row.unit}` : sayOne(row, value, on)
}

const sayBound = (row: FactRow, how: '至少' | '最多', bound: number): string => {
  if (row.kind === 'fen') return `${row.before}${how} ${money(bound)}`
  if (row.kind !== 'number') return row.label
  return `${row.before}${how === '至少' ? row.least : how} ${bound} ${row.unit}`
}

const sayTest = (row: FactRow, { is, atLeast, atMost, onOrAfter, onOrBefore }: Test, on: Day): string => {
  if (is) return sayValues(row, is, on)
  if (atLeast !== undefined) return sayBound(row, '至少', atLeast)
  if (atMost !== undefined) return sayBound(row, '最多', atMost)
  if (row.kind !== 'day') return row.label
  if (onOrAfter) return filled(row.says, `${sayOn(onOrAfter, on)}或以后`)
  return onOrBefore ? filled(row.says, `${sayOn(onOrBefore, on)}或以前`) : row.label
}

const sayWhen = ({ on: day, through }: When, on: Day): string => {
  if (through) return `（${sayOn(through.from, on)}到 ${sayOn(through.to, on)}，每天都是）`
  return day ? `（${sayOn(day, on)}那天）` : ''
}

/** The rule's own words, or those made of its fact. */
export const textOf = ({ fact, must, when, says }: FactRule, on: Day): string => {
  if (says !== undefined) return says
  const asked = sayTest(factRow(fact), must, on)
  return when ? `${asked}${sayWhen(when, on)}` : asked
}

export const fromOf = (fact: FactName, source: string | undefined): string => source ?? factRow(fact).from

/** 您登记时说的 → 您登记时说; a register → 单位名册：. */
const toldBy = (row: FactRow, source: string | undefined): string => {
  if (source === undefined && row.told !== undefined) return row.told
  const from = source ?? row.from
  return from.endsWith('的') ? from.slice(0, -1) : `${from}：`
}

/** A figure stands apart from the word before it. */
const behind = (before: string, words: string): string =>
  /^\d/.test(words) && /[^，：]$/.test(before) ? `${before} ${words}` : `${before}${words}`

/** Named where a rule asks about another day than the one it is judged on. */
const dayBefore = (day: Day, on: Day, by = ''): string => (day === on ? '' : `${sayOn(day, on)}那天${by}`)

export const whyNot = (fact: FactName, { value, source }: Reading, day: Day, on: Day): string => {
  const row = factRow(fact)
  const words = row.kind === 'text' ? row.no : sayValues(row, [value], on)
  return behind(toldBy(row, source), `${dayBefore(day, on)}${words}`)
}

/** What is known and settles nothing: 还没定, 不清楚. */
export const whyUnsettled = (fact: FactName, { value }: Reading, day: Day, on: Day): string | undefined => {
  const words = factRow(fact).unsettled?.[String(value)]
  return words === undefined ? undefined : `${dayBefore(day, on, '，')}${words}`
}

/** `isKnownElse`: of other days something is known, of this one not. */
export const whyUnknown = (fact: FactName, isKnownElse: boolean, day: Day, on: Day): string =>
  `${isKnownElse ? `${sayOn(day, on)}那天，` : ''}${factRow(fact).needs}`

/** What stands against what; of two registers with different entries, only their names mean anything to a person. */
export const whyTorn = (fact: FactName, readings: readonly Reading[], day: Day, on: Day): string => {
  const row = factRow(fact)
  const said = readings.map(({ value, source }) =>
    row.kind === 'text' ? fromOf(fact, source) : behind(toldBy(row, source), sayValues(row, [value], on)),
  )
  const words = row.kind === 'text' ? '几处的名字对不上' : '几处说的不一样'
  return `${dayBefore(day, on, '，')}${words}：${[...new Set(said)].join('；')}`
}
