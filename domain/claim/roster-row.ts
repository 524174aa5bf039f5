/** One row of a roster: who it is and what is said of them, or in a sentence what is wrong with it. */
import * as v from 'valibot'
import { Id } from '../kernel/schema'
import { ageOn, type Day, isDay } from '../kernel/time'
import { type Facts, type FactValue, factsOf } from '../rules'
import { documentKinds, maskName, maskNumber, parseDocument } from '../worker/documents'
import { chosen } from '../worker/roster-file'
import { BornOn, DocumentKindName, IdentityDocument, Name } from '../worker/schema'
import { type Amount, amountOf } from './amount'
import { countedBy, type FactColumn, factColumnNames, type RosterColumn } from './roster'
import { dayIn, quantityProblem, saidIn } from './roster-cells'

const RosterPerson = v.strictObject({ name: Name, document: IdentityDocument, bornOn: v.optional(BornOn) })

/** As it is kept: who a row with a problem names is for its own employer to recognise. */
export const RosterLine = v.strictObject({
  row: v.number(),
  name: v.string(),
  kind: v.optional(DocumentKindName),
  number: v.string(),
  bornOn: v.optional(v.string()),
  said: v.record(v.picklist(factColumnNames), v.union([v.boolean(), v.number(), v.string()])),
  problem: v.optional(v.string()),
})
export type RosterLine = v.InferOutput<typeof RosterLine>

/** What came of one row; `rowId` only where it was counted. */
export const RosterOutcome = v.strictObject({
  row: v.number(),
  maskedName: v.string(),
  maskedNumber: v.string(),
  rowId: v.optional(Id),
  fen: v.number(),
  problem: v.optional(v.string()),
})
export type RosterOutcome = v.InferOutput<typeof RosterOutcome>

/** 禁止使用童工规定 article 2. */
const WORKING_AGE = 16
/** A row with more wrong than this is wrong as a whole. */
const MOST_PROBLEMS = 3

type Cells = Readonly<Partial<Record<RosterColumn, string>>>

type Known = Pick<RosterLine, 'name' | 'kind' | 'number' | 'bornOn'>

const personIn = (cells: Cells, today: Day): { person: Known; problems: string[] } => {
  const { name = '', documentKind = '', documentNumber = '', bornOn = '' } = cells
  const typed = { name, number: documentNumber }
  const kind = chosen(documentKinds, documentKind, 'residentId')
  const born = bornOn === '' ? {} : { bornOn: dayIn(bornOn) ?? bornOn }
  const parsed = v.safeParse(RosterPerson, { name, document: { kind, number: documentNumber }, ...born })
  if (!parsed.success) return { person: typed, problems: parsed.issues.map(({ message }) => message) }
  const reading = parseDocument(parsed.output.document.kind, documentNumber, today)
  if (!reading.ok) return { person: typed, problems: [reading.problem] }
  const { number, bornOn: told = parsed.output.bornOn } = reading.value
  const person = { name: parsed.output.name, kind: reading.value.kind, number, ...(told ? { bornOn: told } : {}) }
  const isChild = told !== undefined && isDay(told) && ageOn(told, today) < WORKING_AGE
  return { person, problems: isChild ? [`不满 ${WORKING_AGE} 岁，不能用工，也不能算`] : [] }
}

/** `problem` is what the sheet itself says of the row. */
export const rosterLineOf = (
  { row, cells, problem }: { readonly row: number; readonly cells: Cells; readonly problem?: string },
  columns: readonly string[],
  amount: Amount | undefined,
  today: Day,
): RosterLine => {
  const { person, problems } = personIn(cells, today)
  const given = factColumnNames
    .filter((column) => columns.includes(column))
    .map((column) => [column, saidIn(column, cells[column] ?? '')] as const)
  const said: Partial<Record<FactColumn, FactValue>> = Object.fromEntries(
    given.flatMap(([column, one]) => (one && 'value' in one ? [[column, one.value] as const] : [])),
  )
  const misread = given.flatMap(([, one]) => (one && 'problem' in one ? [one.problem] : []))
  const counted = amount && countedBy(amount)
  const uncounted = misread.length > 0 ? undefined : quantityProblem(counted, counted && said[counted])
  const all = [...(problem ? [problem] : problems), ...misread, ...(uncounted ? [uncounted] : [])]
  return { row, ...person, said, ...(all.length > 0 ? { problem: all.slice(0, MOST_PROBLEMS).join('；') } : {}) }
}

/** One person on several rows: the first counts. */
export const withoutTwins = (lines: readonly RosterLine[]): RosterLine[] => {
  const first = new Map<string, number>()
  return lines.map((line) => {
    if (line.problem !== undefined || line.kind === undefined) return line
    const who = `${line.kind}:${line.number}`
    const other = first.get(who)
    if (other !== undefined) return { ...line, problem: `和第 ${other} 行是同一个人，只算一行` }
    first.set(who, line.row)
    return line
  })
}

export const rosterAmount = (amount: Amount, { said }: RosterLine) => {
  const counted = countedBy(amount)
  const quantity = counted && said[counted]
  return amountOf(amount, typeof quantity === 'number' ? quantity : 1)
}

/** What the row itself says of the person, for the rules; what it leaves out is not known. */
export const rosterFacts = ({ said, bornOn }: RosterLine, today: Day): Facts => {
  const written = factsOf(said)
  const fromRoster = Object.fromEntries(
    Object.entries(written).map(([fact, rows]) => [fact, rows.map((one) => ({ ...one, source: '名册' }))]),
  )
  if (bornOn === undefined || !isDay(bornOn)) return fromRoster
  const age = ageOn(bornOn, today)
  const source = '证件号'
  return { ...fromRoster, age: [{ value: age, source }], isMinor: [{ value: age < 18, source }] }
}

export const maskedLine = ({
  row,
  name,
  number,
}: RosterLine): Pick<RosterOutcome, 'row' | 'maskedName' | 'maskedNumber'> => ({
  row,
  maskedName: maskName(name),
  maskedNumber: maskNumber(number),
})
