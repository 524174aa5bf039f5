/** What a programme says, row by row in the words of the desk: to be looked over, and to be held against its last edition. */
import type { Amount } from '../../../domain/claim/amount'
import { benefits, claimants, gifts, roundings, units } from '../../../domain/claim/benefits'
import type { ProgrammeDetails, Source } from '../../../domain/claim/programme'
import { yuan } from '../../../domain/kernel/money'
import { type Day, onOf, partsOf, sayDay, toDay } from '../../../domain/kernel/time'
import type { Rule } from '../../../domain/rules'
import { textOf } from '../../../domain/rules/words'

/** `id` is the question of the form that it answers. */
export type ProgrammeRow = {
  readonly id: string
  readonly title: string
  readonly value: string
  readonly note?: string
}

const most = (words: string | undefined): string[] => (words ? [`最多 ${words}`] : [])

/** How much for one, and what bounds it: 每学时 20 元 | 最多 20 学时, 最多 400 元. */
const amountParts = (amount: Amount): readonly [sum: string, bounds: readonly string[]] => {
  if (amount.way === 'fixed') return [yuan(amount.fen), []]
  const cap = most(amount.capFen === undefined ? undefined : yuan(amount.capFen))
  if (amount.way === 'share') return [`${amount.of}的 ${amount.percent}%`, [roundings[amount.rounding].label, ...cap]]
  const { label, word } = units[amount.per]
  const counted = most(amount.mostUnits === undefined ? undefined : `${amount.mostUnits} ${word}`)
  return [`${label} ${yuan(amount.fen)}`, [...counted, ...cap]]
}

/** '300 元', '每学时 20 元，最多 20 学时，最多 400 元'. */
export const amountWords = (amount: Amount): string => {
  const [sum, bounds] = amountParts(amount)
  return [sum, ...bounds].join('，')
}

/** The day a paper was issued: nobody asks which day of the week it was. */
export const sayPaperDay = (on: string): string => {
  const { year, month, date } = partsOf(toDay(on))
  return `${year} 年 ${month} 月 ${date} 日`
}

export const sayMonth = (month: string): string => {
  const [year, number] = month.split('-').map(Number)
  return `${year} 年 ${number} 月`
}

type Documents = ProgrammeDetails['documents']

/** '《…通知》第二条、第三条'; of the only paper there is, the articles alone. */
export const sourceWords = (sources: readonly (Source | undefined)[], documents: Documents): string =>
  documents
    .flatMap(({ documentId, title }) => {
      const articles = new Set(sources.flatMap((source) => (source?.documentId === documentId ? [source.article] : [])))
      if (articles.size === 0) return []
      return [`${documents.length > 1 ? `《${title}》` : ''}${[...articles].join('、')}`]
    })
    .join('，')

/** A condition's sentence, and where each part of it is written. */
export const ruleWords = (rule: Rule, documents: Documents, on: Day): { text: string; source: string } => {
  const parts = rule.fact === undefined ? rule.anyOf : [rule]
  return {
    text: parts.map((part) => textOf(part, on)).join('，或者'),
    source: sourceWords(
      parts.map(({ source }) => source),
      documents,
    ),
  }
}

const giftWords = ({ gives, what }: ProgrammeDetails): string =>
  [gifts[gives].label, gifts[gives].isToCard ? '' : what].filter(Boolean).join('：')

const oftenWords = ({ months, mostMonths }: ProgrammeDetails): Pick<ProgrammeRow, 'value' | 'note'> => {
  if (months.length === 0) return { value: '一共领一回' }
  const limit = mostMonths === undefined ? '' : `，一个人最多 ${mostMonths} 个月`
  return { value: '一个月一回', note: `${[...months].sort().map(sayMonth).join('、')}${limit}` }
}

type Note = Pick<ProgrammeRow, 'note'>
const listed = (words: readonly string[]): Note => (words.length > 0 ? { note: words.join('；') } : {})

const giftRows = (details: ProgrammeDetails): ProgrammeRow[] => {
  const { label, claimant } = benefits[details.benefit]
  return [
    { id: 'benefit', title: '发哪一样', value: label, note: claimants[claimant].label },
    { id: 'title', title: '名称', value: details.title },
    { id: 'gives', title: '怎么给', value: giftWords(details) },
    { id: 'payer', title: '谁出钱', value: details.payer },
  ]
}

const groundRows = ({ documents, amount, amountSource, rules }: ProgrammeDetails, now: Date): ProgrammeRow[] => [
  {
    id: 'documents',
    title: '文件',
    value: documents.length > 0 ? `${documents.length} 份` : '还没有',
    ...listed(documents.map(({ title, number }) => `《${title}》${number ?? ''}`)),
  },
  {
    id: 'amount',
    title: '给多少',
    value: amount ? amountParts(amount)[0] : '还没写',
    ...listed([...(amount ? amountParts(amount)[1] : []), sourceWords([amountSource], documents)].filter(Boolean)),
  },
  {
    id: 'rules',
    title: '条件',
    value: rules.length > 0 ? `${rules.length} 条` : '没有，谁都能领',
    ...listed(rules.map((rule) => ruleWords(rule, documents, onOf(now)).text)),
  },
]

const limitRows = (details: ProgrammeDetails, now: Date): ProgrammeRow[] => {
  const { opensOn, closesOn, budgetFen, places } = details
  const day = (on: string): string => sayDay(toDay(on), now)
  return [
    { id: 'opensOn', title: '哪天开始领', value: day(opensOn) },
    { id: 'closesOn', title: '哪天截止', value: day(closesOn) },
    { id: 'often', title: '领几回', ...oftenWords(details) },
    { id: 'budget', title: '一共多少钱', value: yuan(budgetFen) },
    { id: 'places', title: '一共多少人', value: places === undefined ? '不限' : `${places} 人` },
  ]
}

const careRows = (details: ProgrammeDetails, titles: Titles): ProgrammeRow[] => {
  const { excludes, evidence, countersignAboveFen: limit, publishDays } = details
  return [
    {
      id: 'excludes',

      title: '不能一起领的',
      value: excludes.length > 0 ? `${excludes.length} 样` : '没有',
      ...listed(excludes.flatMap(({ programmeId }) => titles[programmeId] ?? [])),
    },
    {
      id: 'evidence',

      title: '要的照片',
      value: evidence.length > 0 ? `${evidence.length} 样` : '不要',
      ...listed(evidence.map(({ label }) => label)),
    },
    {
      id: 'countersign',

      title: '第二个人看',
      value: limit === undefined ? '不用' : `超过 ${yuan(limit)}的`,
    },
    {
      id: 'publishDays',

      title: '公示',
      value: publishDays === undefined ? '不公示' : `${publishDays} 个工作日`,
    },
  ]
}

/** Names of other programmes, where they are known. */
export type Titles = Readonly<Record<string, string>>

export const programmeRows = (details: ProgrammeDetails, now: Date, titles: Titles = {}): ProgrammeRow[] => [
  ...giftRows(details),
  ...groundRows(details, now),
  ...limitRows(details, now),
  ...careRows(details, titles),
]

/** What another edition changed, each in a line: 一共多少钱：5,000 元 → 8,000 元. */
export const changesBetween = (
  before: ProgrammeDetails,
  after: ProgrammeDetails,
  now: Date,
  titles: Titles = {},
): string[] => {
  const old = new Map(programmeRows(before, now, titles).map((row) => [row.id, row]))
  return programmeRows(after, now, titles).flatMap((row) => {
    const was = old.get(row.id)
    if (!was || (was.value === row.value && was.note === row.note)) return []
    const [from, to] = was.value === row.value ? [was.note, row.note] : [was.value, row.value]
    return [`${row.title}：${from ?? '没有'} → ${to ?? '没有'}`]
  })
}
