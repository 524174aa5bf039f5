/** One condition as it is written, read into a rule and back; and the sentence whoever claims will read. */
import * as v from 'valibot'
import { fen, figures, parseYuan } from '../../../domain/kernel/money'
import type { Day } from '../../../domain/kernel/time'
import { type FactKind, FactRule, factRow, isFactName, type Rule } from '../../../domain/rules'
import { textOf } from '../../../domain/rules/words'
import type { Mistakes } from './answers'
import { noRule, type RuleItem, type RuleLine } from './lists'

export const amountTyped = (typed: string): number => parseYuan(typed) ?? Number.NaN
export const numberTyped = (typed: string): number => (/^\d+$/.test(typed.trim()) ? Number(typed) : Number.NaN)

const linesIn = (typed: string): string[] =>
  typed
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')

/** What must hold, by the kind of the fact; an empty one is refused with the fact's own words. */
const testBy: Record<FactKind, (item: RuleItem) => object> = {
  yesNo: ({ values }) => (values.length > 0 ? { is: values.map((value) => value === 'true') } : {}),
  choice: ({ values }) => ({ is: values }),
  text: ({ amount }) => ({ is: linesIn(amount) }),
  number: ({ how, amount }) => (how ? { [how]: numberTyped(amount) } : {}),
  fen: ({ how, amount }) => (how ? { [how]: amountTyped(amount) } : {}),
  day: ({ how, day }) => (how ? { [how]: day } : {}),
}

const whenOf = ({ when, on, from, to }: RuleItem): object => {
  if (when === 'on') return { when: { on } }
  return when === 'through' ? { when: { through: { from, to } } } : {}
}

export const kindOf = ({ fact }: RuleItem): FactKind | undefined => (isFactName(fact) ? factRow(fact).kind : undefined)

export const writtenRule = (item: RuleItem): object => {
  const kind = kindOf(item)
  const { fact, says, documentId, article } = item
  return {
    fact,
    must: kind ? testBy[kind](item) : {},
    ...whenOf(item),
    ...(says.trim() === '' ? {} : { says }),
    ...(documentId === '' && article.trim() === '' ? {} : { source: { documentId, article } }),
  }
}

export const writtenLine = ({ anyOf }: RuleLine): object => {
  const [first, ...more] = anyOf.map(writtenRule)
  return more.length === 0 && first ? first : { anyOf: [first, ...more] }
}

const hasBound: readonly FactKind[] = ['number', 'fen', 'day']

/** What nobody chose yet has words of its own; a schema would speak of shapes. */
const missingIn = (item: RuleItem): Mistakes => {
  const kind = kindOf(item)
  const isBoundMissing = kind !== undefined && hasBound.includes(kind) && item.how === ''
  return {
    ...(kind ? {} : { fact: '看哪一项，选一个' }),
    ...(kind === 'yesNo' && item.values.length === 0 ? { must: '要怎样，选一个' } : {}),
    ...(kind === 'choice' && item.values.length === 0 ? { must: '至少选一个' } : {}),
    ...(kind === 'text' && linesIn(item.amount).length === 0 ? { must: '至少写一家' } : {}),
    ...(isBoundMissing ? { must: '要怎样，选一个' } : {}),
    ...(kind === 'number' && !isBoundMissing && Number.isNaN(numberTyped(item.amount)) ? { amount: '写数字' } : {}),
    ...(kind === 'fen' && !isBoundMissing && Number.isNaN(amountTyped(item.amount))
      ? { amount: '写多少元，像 300' }
      : {}),
    ...(kind === 'day' && !isBoundMissing && item.day === '' ? { day: '哪天，选一个' } : {}),
    ...(item.when === 'on' && item.on === '' ? { on: '哪天，选一个' } : {}),
    ...(item.when === 'through' && item.from === '' ? { from: '从哪天，选一个' } : {}),
    ...(item.when === 'through' && item.to === '' ? { to: '到哪天，选一个' } : {}),
    ...(item.documentId !== '' && item.article.trim() === '' ? { article: '第几条还没写' } : {}),
    ...(item.documentId === '' && item.article.trim() !== '' ? { documentId: '哪份文件，选一个' } : {}),
  }
}

/** The question a path of the schema is about. */
const questionOf = (path: string): string => path.split('.').pop() ?? path

export const readRule = (item: RuleItem): { readonly rule: FactRule } | { readonly mistakes: Mistakes } => {
  const parsed = v.safeParse(FactRule, writtenRule(item))
  const missing = missingIn(item)
  if (parsed.success && Object.keys(missing).length === 0) return { rule: parsed.output }
  const said = (parsed.issues ?? []).map((issue) => [questionOf(v.getDotPath(issue) ?? 'fact'), issue.message])
  return { mistakes: Object.keys(missing).length > 0 ? missing : Object.fromEntries(said) }
}

/** The sentence, or that it is not finished. */
export const sayRule = (item: RuleItem, on: Day): string => {
  const read = readRule(item)
  if ('rule' in read) return textOf(read.rule, on)
  return isFactName(item.fact) ? `${factRow(item.fact).label}：还没写完` : '还没写完'
}

const boundOf = ({
  is,
  ...bounds
}: FactRule['must']): Pick<RuleItem, 'how' | 'values'> & { readonly bound: string } => {
  const [[how, value] = ['', '']] = Object.entries(bounds).filter(([, given]) => given !== undefined)
  return { how, bound: String(value), values: (is ?? []).map(String) }
}

/** What was typed, by the kind of the fact. */
const typedBy: Partial<Record<FactKind, (bound: string, values: readonly string[]) => string>> = {
  text: (_, values) => values.join('\n'),
  fen: (bound) => figures(fen(Number(bound))),
  number: (bound) => bound,
}

const itemOf = (rule: FactRule): RuleItem => {
  const { kind } = factRow(rule.fact)
  const { how, bound, values } = boundOf(rule.must)
  const { when, says = '', source } = rule
  return {
    ...noRule,
    fact: rule.fact,
    how,
    values: kind === 'text' ? [] : values,
    amount: typedBy[kind]?.(bound, values) ?? '',
    day: kind === 'day' ? bound : '',
    when: when?.through ? 'through' : when?.on ? 'on' : '',
    on: when?.on ?? '',
    from: when?.through?.from ?? '',
    to: when?.through?.to ?? '',
    says,
    documentId: source?.documentId ?? '',
    article: source?.article ?? '',
  }
}

export const lineOf = (rule: Rule): RuleLine => ({
  anyOf: rule.fact === undefined ? rule.anyOf.map(itemOf) : [itemOf(rule)],
})
