/** A drive as it is being written: answers as text, read into what the contract asks, and back from a drive that is on. */
import * as v from 'valibot'
import { figures, parseYuan } from '../../../domain/kernel/money'
import { DriveDetails } from '../../../domain/wish/drive'
import { isKind, type KindName, kindNames, sizesOf } from '../../../domain/wish/kinds'
import type { Numbers } from '../drive/numbers'

export type Answers = {
  readonly title: string
  readonly opensOn: string
  readonly endsOn: string
  readonly isVerified: boolean
  readonly stay: readonly string[]
  readonly residence: readonly string[]
  readonly trade: readonly string[]
  readonly kinds: readonly string[]
  readonly caps: Readonly<Partial<Record<KindName, string>>>
  /** Of a kind without them, all. */
  readonly sizes: Readonly<Partial<Record<KindName, readonly string[]>>>
  readonly wishesEach: string
  readonly quota: string
  readonly delivery: string
  readonly stationIds: readonly string[]
  readonly budget: string
}
export type Mistakes = Readonly<Record<string, string>>

export const blank = (today: string): Answers => ({
  title: '',
  opensOn: today,
  endsOn: '',
  isVerified: true,
  stay: ['staying'],
  residence: [],
  trade: [],
  kinds: [],
  caps: {},
  sizes: {},
  wishesEach: '1',
  quota: '',
  delivery: 'collect',
  stationIds: [],
  budget: '',
})

/** Which questions stand on which page; a mistake leads back to its own. */
export const pages: readonly (readonly string[])[] = [
  ['title', 'opensOn', 'endsOn', 'isVerified'],
  ['stay', 'residence', 'trade'],
  ['kinds', ...kindNames, 'wishesEach', 'quota'],
  ['delivery', 'stationIds', 'budget'],
]

export const pageOf = (mistakes: Mistakes): number =>
  Math.max(
    0,
    pages.findIndex((names) => names.some((name) => name in mistakes)),
  )

export const mistakesOn = (page: number, mistakes: Mistakes): Mistakes =>
  Object.fromEntries(Object.entries(mistakes).filter(([name]) => pages[page]?.includes(name)))

const amount = (typed: string): number => parseYuan(typed) ?? Number.NaN
const figure = (typed: string): number => (/^\d+$/.test(typed.trim()) ? Number(typed) : Number.NaN)

/** All of them need no saying: a size that is added to the product is then offered too. */
const sizesAsked = (kind: KindName, { sizes }: Answers) => {
  const chosen = sizesOf(kind, sizes[kind])
  return chosen.length < sizesOf(kind).length ? { sizes: [...chosen] } : {}
}

const rulesOf = ({ isVerified, stay, residence, trade }: Answers) => [
  ...(isVerified ? [{ fact: 'verified' }] : []),
  ...(stay.length > 0 ? [{ fact: 'stay', is: stay }] : []),
  ...(residence.length > 0 ? [{ fact: 'residence', is: residence }] : []),
  ...(trade.length > 0 ? [{ fact: 'trade', is: trade }] : []),
]

/** `details.kinds.0.valueCapFen` is the question of that kind, `form.budgetFen` the budget. */
const questionOf = (path: string, given: readonly KindName[]): string => {
  const [name = '', at] = path.replace(/^(details|form)\./, '').split('.')
  if (name === 'kinds' && at !== undefined) return given[Number(at)] ?? 'kinds'
  return name === 'budgetFen' ? 'budget' : name
}

export const mistakesIn = (fields: Readonly<Record<string, string>>, { kinds: chosen }: Answers): Mistakes =>
  Object.fromEntries(Object.entries(fields).map(([path, words]) => [questionOf(path, chosen.filter(isKind)), words]))

export const read = (answers: Answers): { readonly details: DriveDetails } | { readonly mistakes: Mistakes } => {
  const given = answers.kinds.filter(isKind)
  const written = {
    title: answers.title,
    opensOn: answers.opensOn,
    endsOn: answers.endsOn,
    rules: rulesOf(answers),
    kinds: given.map((kind) => ({ kind, valueCapFen: amount(answers.caps[kind] ?? ''), ...sizesAsked(kind, answers) })),
    wishesEach: figure(answers.wishesEach),
    quota: figure(answers.quota),
    delivery: answers.delivery,
    stationIds: answers.stationIds,
    budgetFen: amount(answers.budget || '0'),
  }
  const parsed = v.safeParse(DriveDetails, written)
  if (parsed.success) return { details: parsed.output }
  const own: Mistakes = {
    ...(answers.opensOn ? {} : { opensOn: '哪天开始，选一个' }),
    ...(answers.endsOn ? {} : { endsOn: '哪天结束，选一个' }),
    ...(Number.isNaN(written.quota) ? { quota: '一共几个心愿，写数字' } : {}),
    ...(Number.isNaN(written.budgetFen) ? { budget: '写多少元，像 5000' } : {}),
    ...Object.fromEntries(
      written.kinds
        .filter(({ valueCapFen }) => Number.isNaN(valueCapFen))
        .map(({ kind }) => [kind, '写多少元，像 150']),
    ),
  }
  const words = parsed.issues.map((issue): [string, string] => [v.getDotPath(issue) ?? '', issue.message])
  return { mistakes: { ...mistakesIn(Object.fromEntries(words), answers), ...own } }
}

/** A drive that is on, as answers to change. */
export const answersOf = ({ drive, rules, quota, budgetFen }: Numbers): Answers => {
  const listIn = (fact: 'stay' | 'residence' | 'trade'): readonly string[] =>
    rules.flatMap((rule) => (rule.fact === fact ? rule.is : []))
  return {
    title: drive.title,
    opensOn: drive.opensOn,
    endsOn: drive.endsOn,
    isVerified: rules.some(({ fact }) => fact === 'verified'),
    stay: listIn('stay'),
    residence: listIn('residence'),
    trade: listIn('trade'),
    kinds: drive.kinds.map(({ kind }) => kind),
    caps: Object.fromEntries(drive.kinds.map(({ kind, valueCapFen }) => [kind, figures(valueCapFen)])),
    sizes: Object.fromEntries(drive.kinds.flatMap(({ kind, sizes }) => (sizes ? [[kind, sizes]] : []))),
    wishesEach: String(drive.wishesEach),
    quota: String(quota),
    delivery: drive.delivery,
    stationIds: drive.stations.map(({ siteId }) => siteId),
    budget: figures(budgetFen),
  }
}
