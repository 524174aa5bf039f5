/** A claim as a row of the desk: by when, whose masked name, how much, and the one fact it is decided by. */
import { type claimants, claimMachine, type DeskClaim, type ProgrammeDetails, stepOf } from '../../domain/claim'
import { type ActionOf, actionsFor, stateRow } from '../../domain/kernel/machine'
import type { Actor } from '../../domain/kernel/roles'
import { dueOfKey, stateOf } from '../_lib/claimMove'
import { command, find, findOnly, masked, opened } from '../_lib/cloud'
import { rulesOf } from './editions'
import { answersIn, knownOf } from './facts'
import type { Claim, Worker } from './handlers'
import { type Judged, judgeNow } from './judging'
import { periodLabel } from './words'

/** Rules speak to the claimant; at the desk somebody else reads them. */
const readers = { worker: '本人', employer: '单位' } as const satisfies Record<keyof typeof claimants, string>
export const aboutThem = (words: string, { claimant }: Pick<Claim, 'claimant'>): string =>
  words.replace(/您/g, readers[claimant])

/** A company's name is nobody's secret, a person's is masked. */
export const deskName = (claim: Claim): string => {
  const isPerson = claim.claimant === 'worker'
  const { payee } = isPerson ? masked('claims', claim) : opened('claims', claim)
  return payee ?? (isPerson ? '删了登记' : '还没写户名')
}

type Action = ActionOf<typeof claimMachine>
const onRosters: readonly Action[] = ['strike']

/** What the desk may do; what is left to whoever claims is theirs to do elsewhere. */
export const deskCan = (claim: Claim, actor: Actor, now: Date): Action[] =>
  actionsFor(claimMachine, claim, actor, now).filter((action) => {
    const isTheirs = claimMachine.actions[action].by.some((who) => who === 'owner')
    return !isTheirs && (claim.claimant === 'employer' || !onRosters.includes(action))
  })

/** The day it was handed in: by what was so then it is decided. */
export const judgedAt = ({ submittedAt, createdAt }: Claim): Date => new Date(submittedAt ?? createdAt)

/** By its own edition. A roster is judged row by row, when it is counted. */
export const judgedAnew = (claim: Claim, worker: Worker | undefined, details: ProgrammeDetails): Judged => {
  if (claim.claimant === 'employer') return { verdict: claim.isClear ? 'yes' : 'unknown', rules: [] }
  const at = judgedAt(claim)
  const known = worker?.name === undefined ? undefined : worker
  return judgeNow(details, knownOf(known, answersIn(opened('claims', claim).said), at), at)
}

const factOf = (claim: Claim, { rules }: Judged): string => {
  if (claim.claimant === 'employer') return `名册 ${claim.people} 人`
  const told = rules.find(({ verdict }) => verdict === 'no') ?? rules.find(({ verdict }) => verdict === 'unknown')
  if (told) return aboutThem(told.why ?? told.text, claim)
  return rules.length > 0 ? `${rules.length} 条规定都过了` : '没有要核对的规定'
}

export type Around = {
  readonly workers: ReadonlyMap<string, Worker>
  readonly details: ReadonlyMap<string, ProgrammeDetails>
  /** How many claims of others each account stands under; absent where it was not asked. */
  readonly twins: ReadonlyMap<string, number>
}

const workersOf = async (claims: readonly Claim[]): Promise<Map<string, Worker>> => {
  const ids = [...new Set(claims.map(({ workerId }) => workerId).filter((id) => id !== undefined))]
  const { rows } = ids.length ? await find('workers', { _id: command.in(ids) }, { limit: ids.length }) : { rows: [] }
  return new Map(rows.map((worker) => [worker._id, worker]))
}

const detailsOf = async (claims: readonly Claim[]): Promise<Map<string, ProgrammeDetails>> =>
  new Map(await Promise.all(claims.map(async (claim) => [claim._id, await rulesOf(claim)] as const)))

const MOST_TWINS = 500
const whoseOf = ({ personKey, orgId, siteId }: Pick<Claim, 'personKey' | 'orgId' | 'siteId'>): string =>
  personKey ?? orgId ?? siteId

/** One card under the claims of different people, in one read. Where there are more than can be read all are looked at. */
export const cardTwins = async (claims: readonly Claim[]): Promise<Map<string, number>> => {
  const keys = [...new Set(claims.map(({ accountKey }) => accountKey).filter((key) => key !== undefined))]
  if (keys.length === 0) return new Map()
  const fields = ['accountKey', 'personKey', 'orgId', 'siteId', 'state'] as const
  const { rows, more } = await findOnly('claims', { accountKey: command.in(keys) }, fields, { limit: MOST_TWINS })
  /** Neither what nobody handed in nor what was taken back. */
  const standing = rows.filter((row) => stepOf[stateOf(row)] > 0)
  return new Map(
    claims.map((claim) => {
      const others = standing.filter((row) => row.accountKey === claim.accountKey && whoseOf(row) !== whoseOf(claim))
      return [claim._id, claim.accountKey === undefined ? 0 : others.length + (more ? 1 : 0)]
    }),
  )
}

/** All that a page of rows needs beside itself, in one wait. */
export const aroundOf = async (claims: readonly Claim[]): Promise<Around> => {
  const [workers, details, twins] = await Promise.all([workersOf(claims), detailsOf(claims), cardTwins(claims)])
  return { workers, details, twins }
}

export const judgedIn = ({ workers, details }: Around, claim: Claim): Judged => {
  const edition = details.get(claim._id)
  if (!edition) throw new Error('a claim without its edition')
  return judgedAnew(claim, workers.get(claim.workerId ?? ''), edition)
}

/** Every rule says yes of itself, and nobody else is paid to the same card. */
export const isClearIn = (around: Around, claim: Claim): boolean =>
  claim.isClear && judgedIn(around, claim).verdict === 'yes' && (around.twins.get(claim._id) ?? 0) === 0

export const deskClaim = (claim: Claim, around: Around, actor: Actor, now: Date): DeskClaim => {
  const { label, tone } = stateRow(claimMachine, claim.state)
  const due = dueOfKey(claim.dueKey)
  return {
    id: claim._id,
    version: claim.version,
    programmeId: claim.programmeId,
    title: claim.title,
    benefit: claim.benefit,
    claimant: claim.claimant,
    maskedName: deskName(claim),
    periodLabel: periodLabel(claim.period),
    amountFen: claim.amountFen,
    people: claim.people,
    receiptNo: claim.receiptNo,
    state: stateOf(claim),
    stateLabel: label,
    tone,
    queue: claim.queue,
    ...(claim.awaits ? { awaits: claim.awaits } : {}),
    ...(claim.dueAt ? { dueAt: claim.dueAt } : {}),
    isLate: claim.isLate || (due !== undefined && due <= now.toISOString()),
    isClear: isClearIn(around, claim),
    fact: factOf(claim, judgedIn(around, claim)),
    can: deskCan(claim, actor, now),
  }
}
