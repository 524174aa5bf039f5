/** What a programme says, row by row in the words of the desk: to be looked over, and to be held against its last edition. */
import type { Amount } from '../../../domain/claim/amount'
import { benefits, claimants, gifts, roundings, units } from '../../../domain/claim/benefits'
import type { ProgrammeDetails, Source } from '../../../domain/claim/programme'
import { yuan } from '../../../domain/kernel/money'
import { type Day, onOf, sayDay, toDay } from '../../../domain/kernel/time'
import type { Rule } from '../../../domain/rules'
import { textOf } from '../../../domain/rules/words'

/** `id` is the part of the form where it is written. */
export type ProgrammeRow = {
  readonly id: string
  readonly part: string
  readonly title: string
  readonly value: string
  readonly note?: string
}

const most = (words: string | undefined): string => (words ? `，最多 ${words}` : '')

/** '300 元', '每学时 20 元，最多 20 学时，最多 400 元'. */
export const amountWords = (amount: Amount): string => {
  if (amount.way === 'fixed') return yuan(amount.fen)
  const cap = most(amount.capFen === undefined ? undefined : yuan(amount.capFen))
  if (amount.way === 'share') return `${amount.of}的 ${amount.percent}%，${roundings[amount.rounding].label}${cap}`
  const { label, word } = units[amount.per]
  return `${label} ${yuan(amount.fen)}${most(amount.mostUnits === undefined ? undefined : `${amount.mostUnits} ${word}`)}${cap}`
}

export const sayMonth = (month: string): string => {
  const [year, number] = month.split('-').map(Number)
  return `${year} 年 ${number} 月`
}

type Documents = ProgrammeDetails['documents']

/** '《…通知》第二条'. */
export const sourceWords = (source: Source | undefined, documents: Documents): string => {
  const document = documents.find(({ documentId }) => documentId === source?.documentId)
  return source && document ? `《${document.title}》${source.article}` : ''
}

/** A condition's sentence, and where each part of it is written. */
export const ruleWords = (rule: Rule, documents: Documents, on: Day): { text: string; source: string } => {
  const parts = rule.fact === undefined ? rule.anyOf : [rule]
  const sources = parts.map(({ source }) => sourceWords(source, documents)).filter(Boolean)
  return {
    text: parts.map((part) => textOf(part, on)).join('，或者'),
    source: [...new Set(sources)].join('、'),
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
    { id: 'benefit', part: 'what', title: '发哪一样', value: label, note: claimants[claimant].label },
    { id: 'title', part: 'what', title: '名称', value: details.title },
    { id: 'gives', part: 'gives', title: '怎么给', value: giftWords(details) },
    { id: 'payer', part: 'gives', title: '谁出钱', value: details.payer },
  ]
}

const groundRows = ({ documents, amount, amountSource, rules }: ProgrammeDetails, now: Date): ProgrammeRow[] => [
  {
    id: 'documents',
    part: 'documents',
    title: '文件',
    value: documents.length > 0 ? `${documents.length} 份` : '还没有',
    ...listed(documents.map(({ title, number }) => `《${title}》${number ?? ''}`)),
  },
  {
    id: 'amount',
    part: 'amount',
    title: '给多少',
    value: amount ? amountWords(amount) : '还没写',
    ...listed([sourceWords(amountSource, documents)].filter(Boolean)),
  },
  {
    id: 'rules',
    part: 'rules',
    title: '条件',
    value: rules.length > 0 ? `${rules.length} 条` : '没有，谁都能领',
    ...listed(rules.map((rule) => ruleWords(rule, documents, onOf(now)).text)),
  },
]

const limitRows = (details: ProgrammeDetails, now: Date): ProgrammeRow[] => {
  const { opensOn, closesOn, budgetFen, places } = details
  const day = (on: string): string => sayDay(toDay(on), now)
  return [
    { id: 'dates', part: 'dates', title: '哪天领', value: `${day(opensOn)} 到 ${day(closesOn)}` },
    { id: 'often', part: 'dates', title: '领几回', ...oftenWords(details) },
    { id: 'budget', part: 'budget', title: '一共多少钱', value: yuan(budgetFen) },
    { id: 'places', part: 'budget', title: '一共多少人', value: places === undefined ? '不限' : `${places} 人` },
  ]
}

const careRows = (details: ProgrammeDetails, titles: Titles): ProgrammeRow[] => {
  const { excludes, evidence, countersignAboveFen: limit, publishDays } = details
  return [
    {
      id: 'excludes',
      part: 'excludes',
      title: '不能一起领的',
      value: excludes.length > 0 ? `${excludes.length} 样` : '没有',
      ...listed(excludes.flatMap(({ programmeId }) => titles[programmeId] ?? [])),
    },
    {
      id: 'evidence',
      part: 'evidence',
      title: '要的照片',
      value: evidence.length > 0 ? `${evidence.length} 样` : '不要',
      ...listed(evidence.map(({ label }) => label)),
    },
    {
      id: 'countersign',
      part: 'signing',
      title: '第二个人看',
      value: limit === undefined ? '不用' : `超过 ${yuan(limit)}的`,
    },
    {
      id: 'publishDays',
      part: 'signing',
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
