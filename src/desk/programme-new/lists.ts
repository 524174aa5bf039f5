/** The lists of a programme as they are being written: papers, conditions, pictures, what shuts out what; all of it text. */
import * as v from 'valibot'
import type { Answers } from './answers'

const Text = v.optional(v.string(), '')

const DocumentItem = v.object({
  documentId: v.string(),
  title: Text,
  number: Text,
  issuer: Text,
  issuedOn: Text,
  words: Text,
})
export type DocumentItem = v.InferOutput<typeof DocumentItem>

/** One condition: a fact, what it must be, when, in whose words, and where that is written. */
const RuleItem = v.object({
  fact: Text,
  /** Which bound: atLeast, atMost, onOrAfter, onOrBefore. */
  how: Text,
  /** Chosen of a closed list; 'true' or 'false' of a yes or no. */
  values: v.optional(v.array(v.string()), []),
  amount: Text,
  day: Text,
  /** '' on the day of the claim, 'on' a day, 'through' days. */
  when: Text,
  on: Text,
  from: Text,
  to: Text,
  says: Text,
  documentId: Text,
  article: Text,
})
export type RuleItem = v.InferOutput<typeof RuleItem>

/** Of several, one is enough. */
const RuleLine = v.object({ anyOf: v.pipe(v.array(RuleItem), v.minLength(1)) })
export type RuleLine = v.InferOutput<typeof RuleLine>

const EvidenceItem = v.object({ evidenceId: v.string(), label: Text, hint: Text, atLeast: Text, atMost: Text })
export type EvidenceItem = v.InferOutput<typeof EvidenceItem>

const ExcludedItem = v.object({ programmeId: v.string(), title: Text, documentId: Text, article: Text })
export type ExcludedItem = v.InferOutput<typeof ExcludedItem>

export type Lists = {
  readonly documents: readonly DocumentItem[]
  readonly rules: readonly RuleLine[]
  readonly evidence: readonly EvidenceItem[]
  readonly excludes: readonly ExcludedItem[]
}
export type ListName = keyof Lists

export const noRule: RuleItem = v.parse(RuleItem, {})

/** A list an older version of the app kept otherwise is begun anew; the rest of the draft stands. */
const listIn = <T>(Item: v.GenericSchema<unknown, T>, text: string): readonly T[] => {
  const parsed = v.safeParse(v.pipe(v.string(), v.parseJson(), v.array(Item)), text)
  return parsed.success ? parsed.output : []
}

export const listsOf = ({ documents, rules, evidence, excludes }: Answers): Lists => ({
  documents: listIn(DocumentItem, documents),
  rules: listIn(RuleLine, rules),
  evidence: listIn(EvidenceItem, evidence),
  excludes: listIn(ExcludedItem, excludes),
})

/** As the draft keeps them. */
export const keptLists = (lists: Partial<Lists>): Partial<Answers> =>
  Object.fromEntries(Object.entries(lists).map(([name, list]) => [name, JSON.stringify(list)]))

/** The list with this one in its place; behind the last there is room for one more. */
export const put = <T>(list: readonly T[], at: number, item: T): T[] =>
  at < list.length ? list.map((other, index) => (index === at ? item : other)) : [...list, item]

export const without = <T>(list: readonly T[], at: number): T[] => list.filter((_, index) => index !== at)
