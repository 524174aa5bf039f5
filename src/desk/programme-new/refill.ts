/** A programme that is there, as answers to change or to begin another one from. */
import type { ProgrammeDetails } from '../../../domain/claim/programme'
import { figures } from '../../../domain/kernel/money'
import { type Answers, APART } from './answers'
import { type ExcludedItem, keptLists } from './lists'
import { lineOf } from './rule-words'

const amountAnswers = ({ amount: given }: ProgrammeDetails): Partial<Answers> => {
  if (!given) return {}
  const cap = 'capFen' in given && given.capFen !== undefined ? figures(given.capFen) : ''
  if (given.way === 'share')
    return { way: given.way, of: given.of, percent: String(given.percent), rounding: given.rounding, cap }
  const fen = figures(given.fen)
  if (given.way === 'fixed') return { way: given.way, fen }
  return { way: given.way, fen, per: given.per, mostUnits: String(given.mostUnits ?? ''), cap }
}

const excludedOf = (
  { excludes }: ProgrammeDetails,
  titles: Readonly<Record<string, string>>,
): readonly ExcludedItem[] =>
  excludes.map(({ programmeId, source: written }) => ({
    programmeId,
    title: titles[programmeId] ?? '',
    documentId: written?.documentId ?? '',
    article: written?.article ?? '',
  }))

/** A programme that is there, as answers to change. `titles` are those of the programmes it shuts out. */
export const answersOf = (
  details: ProgrammeDetails,
  titles: Readonly<Record<string, string>> = {},
): Partial<Answers> => ({
  title: details.title,
  benefit: details.benefit,
  gives: details.gives,
  what: details.what ?? '',
  payer: details.payer,
  ...amountAnswers(details),
  amountDocument: details.amountSource?.documentId ?? '',
  amountArticle: details.amountSource?.article ?? '',
  opensOn: details.opensOn,
  closesOn: details.closesOn,
  often: details.months.length > 0 ? 'monthly' : 'once',
  months: [...details.months].sort().join(APART),
  mostMonths: String(details.mostMonths ?? ''),
  budget: figures(details.budgetFen),
  places: String(details.places ?? ''),
  isSigned: details.countersignAboveFen === undefined ? 'no' : 'yes',
  countersign: details.countersignAboveFen === undefined ? '' : figures(details.countersignAboveFen),
  isPublished: details.publishDays === undefined ? 'no' : 'yes',
  publishDays: String(details.publishDays ?? ''),
  ...keptLists({
    documents: details.documents.map(({ number = '', words = '', ...rest }) => ({ ...rest, number, words })),
    rules: details.rules.map(lineOf),
    evidence: details.evidence.map(({ evidenceId, label, hint = '', atLeast, atMost }) => ({
      evidenceId,
      label,
      hint,
      atLeast: String(atLeast),
      atMost: String(atMost),
    })),
    excludes: excludedOf(details, titles),
  }),
})
