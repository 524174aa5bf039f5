/** The answers read into what the contract asks, each mistake at its own question. */
import * as v from 'valibot'
import { ProgrammeDetails } from '../../../domain/claim/programme'
import { type Answers, type Mistakes, monthsIn } from './answers'
import { listsOf } from './lists'
import { amountTyped, numberTyped, readRule, writtenLine } from './rule-words'

const isWritten = (typed: string): boolean => typed.trim() !== ''
const text = (name: string, typed: string) => (isWritten(typed) ? { [name]: typed } : {})
const amount = (name: string, typed: string) => (isWritten(typed) ? { [name]: amountTyped(typed) } : {})
const figure = (name: string, typed: string) => (isWritten(typed) ? { [name]: numberTyped(typed) } : {})
const source = (name: string, documentId: string, article: string) =>
  documentId === '' && !isWritten(article) ? {} : { [name]: { documentId, article } }

const amountBy: Readonly<Record<string, (answers: Answers) => object>> = {
  fixed: ({ fen }) => ({ way: 'fixed', fen: amountTyped(fen) }),
  formula: ({ fen, per, mostUnits, cap }) => ({
    way: 'formula',
    fen: amountTyped(fen),
    per,
    ...figure('mostUnits', mostUnits),
    ...amount('capFen', cap),
  }),
  share: ({ of, percent, rounding, cap }) => ({
    way: 'share',
    of,
    percent: numberTyped(percent),
    rounding,
    ...amount('capFen', cap),
  }),
}

const writtenLists = (answers: Answers): object => {
  const { documents, rules, evidence, excludes } = listsOf(answers)
  return {
    rules: rules.map(writtenLine),
    documents: documents.map(({ documentId, title, number, issuer, issuedOn, words }) => ({
      documentId,
      title,
      ...text('number', number),
      issuer,
      issuedOn,
      ...text('words', words),
    })),
    excludes: excludes.map(({ programmeId, documentId, article }) => ({
      programmeId,
      ...source('source', documentId, article),
    })),
    evidence: evidence.map(({ evidenceId, label, hint, atLeast, atMost }) => ({
      evidenceId,
      label,
      ...text('hint', hint),
      atLeast: numberTyped(atLeast),
      atMost: numberTyped(atMost),
    })),
  }
}

const writtenDetails = (answers: Answers): object => {
  const { title, benefit, gives, what, payer, opensOn, closesOn, budget, places } = answers
  const how = amountBy[answers.way]
  const isMonthly = answers.often === 'monthly'
  return {
    title,
    benefit,
    gives,
    ...(gives === 'cash' ? {} : text('what', what)),
    payer,
    ...(how ? { amount: how(answers) } : {}),
    ...source('amountSource', answers.amountDocument, answers.amountArticle),
    ...writtenLists(answers),
    opensOn,
    closesOn,
    months: isMonthly ? monthsIn(answers) : [],
    ...(isMonthly ? figure('mostMonths', answers.mostMonths) : {}),
    budgetFen: amountTyped(budget),
    ...figure('places', places),
    ...(answers.isSigned === 'yes' ? { countersignAboveFen: amountTyped(answers.countersign) } : {}),
    ...(answers.isPublished === 'yes' ? { publishDays: numberTyped(answers.publishDays) } : {}),
  }
}

const renamed: Readonly<Record<string, string>> = { budgetFen: 'budget', countersignAboveFen: 'countersign' }

/** `details.rules.2.anyOf.1.must` is the second way of the third condition, `details.amount.capFen` the most it gives. */
export const questionOf = (path: string): string => {
  const [name = '', at, ...rest] = path.replace(/^details\./, '').split('.')
  if (at === undefined) return renamed[name] ?? name
  if (name === 'rules') return `rules.${at}.${rest[0] === 'anyOf' ? (rest[1] ?? 0) : 0}`
  if (name === 'amount') return at === 'capFen' ? 'cap' : at
  return /^\d+$/.test(at) && name !== 'months' ? `${name}.${at}` : name
}

export const mistakesIn = (fields: Readonly<Record<string, string>>): Mistakes =>
  Object.fromEntries(Object.entries(fields).map(([path, words]) => [questionOf(path), words]))

const money = '写多少元，像 300'
const isMoney = (typed: string): boolean => !Number.isNaN(amountTyped(typed))

const isHalf = (documentId: string, article: string): boolean => documentId === '' && isWritten(article)
const whichPaper = '出自哪份文件，选一个'

/** Of the lists: each line by its own words. */
const listWords = (answers: Answers): Mistakes => {
  const { rules, excludes } = listsOf(answers)
  const unfinished = rules.flatMap(({ anyOf }, at) =>
    anyOf.flatMap((item, or) => {
      const found = readRule(item)
      const [words] = 'mistakes' in found ? Object.values(found.mistakes) : []
      return words === undefined ? [] : [[`rules.${at}.${or}`, words] as const]
    }),
  )
  const unsourced = excludes.flatMap(({ documentId, article }, at) =>
    isHalf(documentId, article) ? [[`excludes.${at}`, whichPaper] as const] : [],
  )
  return Object.fromEntries([...unfinished, ...unsourced])
}

/** What a schema would say of shapes and not of the question. */
const ownWords = (answers: Answers): Mistakes => {
  const { way, fen, cap, per, rounding, budget, isSigned, countersign, isPublished, publishDays } = answers
  const asksFen = way === 'fixed' || way === 'formula'
  return {
    ...(answers.benefit ? {} : { benefit: '发哪一样，选一个' }),
    ...(answers.gives ? {} : { gives: '怎么给，选一个' }),
    ...(answers.opensOn ? {} : { opensOn: '哪天开始，选一个' }),
    ...(answers.closesOn ? {} : { closesOn: '哪天截止，选一个' }),
    ...(asksFen && !isMoney(fen) ? { fen: money } : {}),
    ...(way === 'formula' && !per ? { per: '按什么算，选一个' } : {}),
    ...(way === 'share' && !rounding ? { rounding: '零头怎么办，选一个' } : {}),
    ...(way !== 'fixed' && isWritten(cap) && !isMoney(cap) ? { cap: money } : {}),
    ...(isMoney(budget) ? {} : { budget: '一共多少钱，写多少元，像 50000' }),
    ...(answers.often === 'monthly' && monthsIn(answers).length === 0 ? { months: '哪几个月，至少选一个' } : {}),
    ...(isSigned === 'yes' && !isMoney(countersign) ? { countersign: money } : {}),
    ...(isPublished === 'yes' && !isWritten(publishDays) ? { publishDays: '几个工作日，写数字' } : {}),
    ...(isHalf(answers.amountDocument, answers.amountArticle) ? { amountDocument: whichPaper } : {}),
    ...listWords(answers),
  }
}

export const read = (answers: Answers): { readonly details: ProgrammeDetails } | { readonly mistakes: Mistakes } => {
  const parsed = v.safeParse(ProgrammeDetails, writtenDetails(answers))
  const own = ownWords(answers)
  if (parsed.success && Object.keys(own).length === 0) return { details: parsed.output }
  const said = (parsed.issues ?? []).map((issue): [string, string] => [v.getDotPath(issue) ?? '', issue.message])
  return { mistakes: { ...mistakesIn(Object.fromEntries(said.reverse())), ...own } }
}

const filler: Partial<Answers> = { title: '还没起名', benefit: 'phone', gives: 'cash', payer: '还没写', budget: '1' }

/** For trying what is not whole yet: what does not bear on it is filled in. */
export const readToTry = (answers: Answers, today: string): ReturnType<typeof read> => {
  const blanks = Object.entries({ ...filler, opensOn: today, closesOn: answers.opensOn || today })
  const filled = Object.fromEntries(
    blanks.filter(([name]) => !isWritten(new Map(Object.entries(answers)).get(name) ?? '')),
  )
  return read({ ...answers, ...filled })
}
