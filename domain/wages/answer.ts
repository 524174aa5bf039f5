/** What every calculator answers: a sum with its working line by line, or what it still has to know. */
import * as v from 'valibot'
import { Fen, sum } from '../kernel/money'
import { On } from '../kernel/schema'
import { articleOf, type LawName } from './laws'

/** One step that adds to the sum: in words, in fen, and by which article. */
export const Line = v.strictObject({ words: v.string(), fen: Fen, source: v.string() })
export type Line = Readonly<v.InferOutput<typeof Line>>

/** What is said beside the sum and adds nothing to it. */
export const Note = v.strictObject({ words: v.string(), source: v.optional(v.string()) })
export type Note = Readonly<v.InferOutput<typeof Note>>

export const facts = [
  'wage',
  'shifts',
  'rested',
  'months',
  'agreed',
  'paid',
  'fullAttendance',
  'startedOn',
  'endedOn',
  'isSigned',
  'signedOn',
  'monthlyWage',
  'ending',
  'averageWage',
  'isNoticed',
  'lastMonthWage',
] as const
export type FactAsked = (typeof facts)[number]

/** A question whose answer is missing; `on` or `month` where it is about one of several. */
export const Need = v.strictObject({
  fact: v.picklist(facts),
  question: v.string(),
  on: v.optional(On),
  month: v.optional(v.string()),
})
export type Need = Readonly<v.InferOutput<typeof Need>>

export const Counted = v.strictObject({
  answer: v.literal('amount'),
  totalFen: Fen,
  /** How the figures in the lines were had. */
  basis: v.array(Note),
  lines: v.array(Line),
  notes: v.array(Note),
})
export type Counted = Readonly<v.InferOutput<typeof Counted>>

export const Asked = v.strictObject({ answer: v.literal('needs'), needs: v.pipe(v.array(Need), v.minLength(1)) })

export const Answer = v.variant('answer', [Counted, Asked])
export type Answer = Readonly<v.InferOutput<typeof Answer>>

type Sentences = { readonly basis?: readonly Note[]; readonly notes?: readonly Note[] }

export const counted = (lines: readonly Line[], { basis = [], notes = [] }: Sentences = {}): Counted => ({
  answer: 'amount',
  totalFen: sum(lines.map(({ fen }) => fen)),
  basis: [...basis],
  lines: [...lines],
  notes: [...notes],
})

export const asks = (needs: readonly Need[]): Answer => ({ answer: 'needs', needs: [...needs] })

export const line = (words: string, fen: Fen, law: LawName): Line => ({ words, fen, source: articleOf(law) })
export const note = (words: string, law?: LawName): Note =>
  law === undefined ? { words } : { words, source: articleOf(law) }
