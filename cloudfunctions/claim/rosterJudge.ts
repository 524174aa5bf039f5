/** Judges the rows of a roster by an edition's rules: yes only where all is known, else in a sentence why not. */
import type { ProgrammeDetails } from '../../domain/claim'
import { factColumns, hasColumn } from '../../domain/claim/roster'
import { type RosterLine, rosterFacts } from '../../domain/claim/roster-row'
import { onOf } from '../../domain/kernel/time'
import { type Answer, type FactName, type Facts, judge, type Rule } from '../../domain/rules'
import { command, find } from '../_lib/cloud'
import { keyOf } from '../_lib/crypto'
import { knownOf } from './facts'
import type { Worker } from './handlers'
import { standsWell } from './standing'

const factsIn = (rule: Rule): FactName[] => (rule.fact === undefined ? rule.anyOf.map(({ fact }) => fact) : [rule.fact])

const agedBy: readonly FactName[] = ['age', 'isMinor']
const isFromRegistration = (fact: FactName): boolean => !hasColumn(fact) && !agedBy.includes(fact)

export const documentKeyOf = ({ kind, number }: Pick<RosterLine, 'kind' | 'number'>): string =>
  keyOf('document', kind ?? '', number)

/** Nobody's registration is looked at unless a rule asks for what only it says. */
export const registeredAmong = async (
  { rules }: ProgrammeDetails,
  documentKeys: readonly string[],
): Promise<ReadonlyMap<string, Worker>> => {
  const isAsked = rules.flatMap(factsIn).some(isFromRegistration)
  if (!isAsked || documentKeys.length === 0) return new Map()
  const cards = await find('idCards', { _id: command.in([...documentKeys]) }, { limit: documentKeys.length })
  const workerIds = cards.rows.map(({ workerId }) => workerId)
  if (workerIds.length === 0) return new Map()
  const { rows } = await find('workers', { _id: command.in(workerIds) }, { limit: workerIds.length })
  const workers = rows.filter((worker) => standsWell(worker))
  return new Map(workers.flatMap((worker) => (worker.documentKey ? [[worker.documentKey, worker] as const] : [])))
}

/** Only what the registration alone can say: a row's own columns are the employer's word. */
const fromRegistration = (worker: Worker | undefined, now: Date): Facts =>
  Object.fromEntries(Object.entries(knownOf(worker, {}, now)).filter(([fact]) => fact !== 'age' && fact !== 'isMinor'))

const quoted = (facts: readonly FactName[]): string =>
  facts
    .filter(hasColumn)
    .map((fact) => `“${factColumns[fact]}”`)
    .join('')

/** An employer is told what its own roster lacks, and of a registration no more than that the rule is not met. */
const whyNot = ({ text, verdict, why, rule }: Answer, rules: readonly Rule[], isRegistered: boolean): string => {
  const facts = rules.flatMap((row, index) => (index === rule ? factsIn(row) : []))
  const columns = quoted(facts)
  if (facts.some(isFromRegistration)) {
    if (!isRegistered) return `“${text}”：本人登记了才知道`
    return verdict === 'unknown' ? `“${text}”：还不清楚` : `“${text}”：不符合`
  }
  if (verdict === 'unknown') return columns ? `${columns}没写，不知道“${text}”` : `“${text}”：证件上看不出，填“生日”`
  return why ?? `“${text}”：不符合`
}

/** Undefined where every rule says yes. */
export const rosterProblem = (
  line: RosterLine,
  { rules }: ProgrammeDetails,
  worker: Worker | undefined,
  now: Date,
): string | undefined => {
  const today = onOf(now)
  const { answers } = judge(rules, { ...fromRegistration(worker, now), ...rosterFacts(line, today) }, today)
  const against = answers.filter(({ verdict }) => verdict !== 'yes')
  if (against.length === 0) return undefined
  return against.map((answer) => whyNot(answer, rules, worker !== undefined)).join('；')
}
