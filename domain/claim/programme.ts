/** A programme as data: who pays, what, to whom, by which document, in which period, after whose yes. */
import * as v from 'valibot'
import { standing } from '../kernel/machine'
import { Fen, fen } from '../kernel/money'
import { Place, Scope } from '../kernel/roles'
import { At, Id, On, oneOf, text } from '../kernel/schema'
import { Rule } from '../rules'
import { Amount } from './amount'
import { benefits, gifts } from './benefits'

const distinct = <T>(rows: readonly T[], key: (row: T) => string): boolean =>
  new Set(rows.map(key)).size === rows.length

const count = (label: string, most: number) =>
  v.pipe(
    v.number(`${label}写数字`),
    v.integer(`${label}写整数`),
    v.minValue(1, `${label}至少 1`),
    v.maxValue(most, `${label}最多 ${most}`),
  )

/** A paper the amounts and rules come from. Without one nothing is promised and nothing opens. */
export const SourceDocument = v.strictObject({
  documentId: Id,
  title: text('文件名', 80),
  number: v.optional(text('文号', 40)),
  issuer: text('谁发的', 40),
  issuedOn: On,
  /** The sentences that matter, as they stand there. */
  words: v.optional(text('原文', 1000)),
})
export type SourceDocument = v.InferOutput<typeof SourceDocument>

/** Where in a document it is written. */
export const Source = v.strictObject({ documentId: Id, article: text('第几条', 40) })
export type Source = v.InferOutput<typeof Source>

/** A month, 'YYYY-MM'. */
export const Month = v.pipe(v.string('月份还没选'), v.regex(/^20\d{2}-(0[1-9]|1[0-2])$/, '月份写成 2021-02 这样'))
/** What one claim is for: the whole programme once, or one month. */
export const ONCE = 'once'
export const Period = v.union([v.literal(ONCE), Month], '期间还没选')
export type Period = v.InferOutput<typeof Period>

/** '2021 年 2 月'; nothing where it is given once. */
export const periodLabel = (period: Period): string => {
  if (period === ONCE) return ''
  const [year = '', month = ''] = period.split('-')
  return `${year} 年 ${Number(month)} 月`
}

/** Pictures asked for: what, how many at least and at most. */
export const EvidenceAsked = v.pipe(
  v.strictObject({
    evidenceId: Id,
    label: text('要什么照片', 30),
    hint: v.optional(text('怎么拍', 60)),
    atLeast: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(9)),
    atMost: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(9)),
  }),
  v.check(({ atLeast, atMost }) => atLeast <= atMost, '最少不能比最多还多'),
)
export type EvidenceAsked = v.InferOutput<typeof EvidenceAsked>

export const Excluded = v.strictObject({ programmeId: Id, source: v.optional(Source) })

export const ProgrammeDetails = v.pipe(
  v.strictObject({
    title: text('名称', 30),
    benefit: oneOf(benefits, '发哪一样'),
    gives: oneOf(gifts, '怎么给'),
    /** The thing or the voucher, in words. */
    what: v.optional(text('给什么', 40)),
    payer: text('谁出钱', 40),
    amount: v.optional(Amount),
    amountSource: v.optional(Source),
    rules: v.pipe(v.array(Rule), v.maxLength(20, '最多 20 条')),
    documents: v.pipe(
      v.array(SourceDocument),
      v.maxLength(10, '最多 10 份文件'),
      v.check((rows) => distinct(rows, ({ documentId }) => documentId), '一份文件只写一次'),
    ),
    opensOn: On,
    closesOn: On,
    /** Each month is claimed apart; none means once. */
    months: v.pipe(
      v.array(Month),
      v.maxLength(12, '最多 12 个月'),
      v.check((rows) => distinct(rows, (row) => row), '一个月只写一次'),
    ),
    /** Of an employer's programme: how many of its months one person may be counted for, by whichever employer. */
    mostMonths: v.optional(count('一个人最多几个月', 12)),
    budgetFen: v.pipe(Fen, v.minValue(fen(1), '一共多少钱还没写')),
    places: v.optional(count('一共多少人', 1_000_000)),
    excludes: v.pipe(v.array(Excluded), v.maxLength(20)),
    evidence: v.pipe(
      v.array(EvidenceAsked),
      v.maxLength(6, '最多 6 样'),
      v.check((rows) => distinct(rows, ({ evidenceId }) => evidenceId), '一样照片只写一次'),
    ),
    /** Above this a second person signs; none means never. */
    countersignAboveFen: v.optional(Fen),
    /** Working days the list is shown for objections; none means it is not. */
    publishDays: v.optional(count('公示几个工作日', 30)),
  }),
  v.forward(
    v.partialCheck([['opensOn'], ['closesOn']], ({ opensOn, closesOn }) => opensOn <= closesOn, '截止要在开始之后'),
    ['closesOn'],
  ),
)
export type ProgrammeDetails = v.InferOutput<typeof ProgrammeDetails>

/** As it stands; what each claim was judged by is its edition. */
export const Programme = v.strictObject({
  _id: Id,
  ...standing,
  ...Place.entries,
  scope: Scope,
  scopeName: v.string(),
  ownerId: v.string(),
  details: ProgrammeDetails,
  /** 0 while it was never opened. */
  edition: v.number(),
  createdAt: At,
  listKey: v.string(),
})
export type Programme = v.InferOutput<typeof Programme>

/** `_id` is the programme and its number: written once, when it opens or its rules change. */
export const Edition = v.strictObject({
  _id: Id,
  programmeId: Id,
  edition: v.number(),
  details: ProgrammeDetails,
  why: v.optional(v.string()),
  by: v.string(),
  at: At,
})
export type Edition = v.InferOutput<typeof Edition>
export const editionId = (programmeId: string, edition: number): string => `${programmeId}:${edition}`
export const claimKeyParts = (programmeId: string, period: Period, personKey: string) => [
  programmeId,
  period,
  personKey,
]

const isSourced = (source: Source | undefined, documents: readonly SourceDocument[]): boolean =>
  source !== undefined && documents.some(({ documentId }) => documentId === source.documentId)

const unsourcedRules = ({ rules, documents }: ProgrammeDetails): number =>
  rules
    .flatMap((rule) => ('anyOf' in rule ? rule.anyOf : [rule]))
    .filter((rule) => !('source' in rule && isSourced(rule.source, documents))).length

/** What keeps it from being opened, each in a sentence under its field; none when it may be. */
export const openProblems = (details: ProgrammeDetails): Readonly<Record<string, string>> => {
  const { amount, amountSource, documents, gives, what, excludes } = details
  const unsourced = unsourcedRules(details)
  const isToCard = gifts[gives].isToCard
  return {
    ...(documents.length === 0 ? { 'details.documents': '还没有文件：没有出处，不能开' } : {}),
    ...(amount ? {} : { 'details.amount': '给多少还没写' }),
    ...(isSourced(amountSource, documents) ? {} : { 'details.amountSource': '给多少要写出自哪份文件第几条' }),
    ...(unsourced > 0 ? { 'details.rules': `有 ${unsourced} 条没写出自哪份文件第几条` } : {}),
    ...(isToCard || what ? {} : { 'details.what': '给什么还没写' }),
    ...(excludes.every(({ source }) => isSourced(source, documents))
      ? {}
      : { 'details.excludes': '不能同时领的，也要写出自第几条' }),
  }
}

export const periodsOf = ({ months }: ProgrammeDetails): Period[] => (months.length > 0 ? [...months].sort() : [ONCE])
