/** A rule as it is written and kept: the fact it asks about, what it must be, when, in whose words and by which article. */
import * as v from 'valibot'
import { Id, On, text } from '../kernel/schema'
import { Day } from '../kernel/time/day'
import { type FactKind, factNames, factRow, isValueOf } from './facts'

const Value = v.union(
  [v.boolean(), v.number(), v.pipe(v.string(), v.maxLength(64, '最多 64 个字'))],
  '写是或不是、数字，或选出来的',
)
const Bound = v.pipe(v.number('写数字'), v.finite('写数字'))
const OnDay = v.pipe(On, Day)

const countOf = (row: object): number => Object.values(row).filter((value) => value !== undefined).length
const exactlyOne = <T extends object>(message: string) => v.check<T, string>((row) => countOf(row) === 1, message)

/** What the value must be: exactly one of these. */
export const Test = v.pipe(
  v.strictObject(
    {
      is: v.optional(
        v.pipe(v.array(Value, '写是哪几个'), v.minLength(1, '至少选一个'), v.maxLength(40, '最多选 40 个')),
      ),
      atLeast: v.optional(Bound),
      atMost: v.optional(Bound),
      onOrAfter: v.optional(OnDay),
      onOrBefore: v.optional(OnDay),
    },
    '要怎样没写对',
  ),
  exactlyOne('要写一样：是哪几个、至少多少、最多多少、哪天或以后、哪天或以前'),
)
export type Test = v.InferOutput<typeof Test>

const Span = v.pipe(
  v.strictObject({ from: OnDay, to: OnDay }, '从哪天到哪天没写全'),
  v.forward(
    v.partialCheck([['from'], ['to']], ({ from, to }) => from <= to, '最后一天不能在头一天之前'),
    ['to'],
  ),
)

/** The day or the days it must hold on; without it, the day it is judged. */
export const When = v.pipe(
  v.strictObject({ on: v.optional(OnDay), through: v.optional(Span) }, '看哪天没写对'),
  exactlyOne('看哪天写一样：某一天，或从哪天到哪天'),
)
export type When = v.InferOutput<typeof When>

/** The document that says so, and where in it. */
export const RuleSource = v.strictObject({ documentId: Id, article: text('第几条', 40) }, '出处要写哪个文件、第几条')
export type RuleSource = v.InferOutput<typeof RuleSource>

const fitting: Record<FactKind, { readonly tests: readonly string[]; readonly words: string }> = {
  yesNo: { tests: ['is'], words: '写是或不是，只写一个' },
  choice: { tests: ['is'], words: '从列出来的里面选，一样只选一次' },
  text: { tests: ['is'], words: '写明是哪几个，一样只写一次' },
  number: { tests: ['atLeast', 'atMost'], words: '写至少多少，或最多多少' },
  fen: { tests: ['atLeast', 'atMost'], words: '写至少多少，或最多多少，按分写整数' },
  day: { tests: ['onOrAfter', 'onOrBefore'], words: '写哪天或以后，或哪天或以前' },
}

const missing: Readonly<Record<string, string>> = { fact: '看哪一项', must: '要怎样', anyOf: '看哪一项' }
const nested = '一组里面不能再套一组'

/** For a field too many or one too few, each at its own place. */
const shapeWords = ({ expected, path }: v.StrictObjectIssue): string => {
  const key = String(path?.at(-1)?.key ?? '')
  return expected === 'never' ? `这一条多写了 ${key}` : `这一条没写${missing[key] ?? key}`
}

/** Whoever writes a group where a fact must stand is told that, and not what a fact lacks. */
const rowWords = (issue: v.StrictObjectIssue): string =>
  v.is(v.object({ anyOf: v.unknown() }), issue.path?.at(-1)?.input) ? nested : shapeWords(issue)

const Bare = v.strictObject(
  {
    fact: v.picklist(factNames, '没有这一项，从列出来的里面选'),
    must: Test,
    when: v.optional(When),
    says: v.optional(text('这一条的话', 40)),
    source: v.optional(RuleSource),
  },
  rowWords,
)

/** What is wrong with the test for this kind of fact, in one sentence. */
const misfit = ({ fact, must }: v.InferOutput<typeof Bare>): string | undefined => {
  const { kind, label } = factRow(fact)
  const { tests, words } = fitting[kind]
  const [[test, value] = []] = Object.entries(must).filter(([, given]) => given !== undefined)
  const values: readonly unknown[] = Array.isArray(value) ? value : [value]
  const isFitting =
    test !== undefined &&
    tests.includes(test) &&
    values.every((one) => isValueOf(fact, one)) &&
    new Set(values).size === values.length &&
    (kind !== 'yesNo' || values.length === 1)
  return isFitting ? undefined : `${label}：${words}`
}

export const FactRule = v.pipe(
  Bare,
  v.rawCheck(({ dataset, addIssue }) => {
    const message = dataset.typed && !dataset.issues ? misfit(dataset.value) : undefined
    if (!dataset.typed || message === undefined) return
    const { value: input } = dataset
    addIssue({ message, path: [{ type: 'object', origin: 'value', input, key: 'must', value: input.must }] })
  }),
)
export type FactRule = v.InferOutput<typeof FactRule>

/** One of several is enough. Its rows are facts: a group stands in no group. */
export const RuleGroup = v.strictObject(
  {
    fact: v.exactOptional(v.never()),
    anyOf: v.pipe(
      v.array(FactRule, '一组里面一条一条写'),
      v.minLength(2, '一组至少两条'),
      v.maxLength(6, '一组最多六条'),
    ),
  },
  shapeWords,
)
export type RuleGroup = v.InferOutput<typeof RuleGroup>

export const Rule = v.variant('fact', [FactRule, RuleGroup], '没有这一项，从列出来的里面选')
export type Rule = v.InferOutput<typeof Rule>
