/** An objection's moves and what follows: who hears of it, what falls due, and that whoever raised it may be forgotten. */
import { objectionMachine } from '../../domain/claim'
import { type ActionOf, type Subject, system } from '../../domain/kernel/machine'
import { move, type Stamp } from './cases'
import type { Claim } from './claimMove'
import { command, type DocOf, find, get } from './cloud'
import { dueOf } from './due'
import { sealedValue } from './history'
import { insist } from './insist'
import { tellFrom } from './outbox'

export type Objection = DocOf<'objections'>

/** It stands before the desk with the parts others had in the claim it is about: who claims is its proposer there. */
export const beside = (objection: Objection, claim: Claim | undefined): Subject => {
  const { ownerId, employer, writtenBy, reviewedBy, signedBy, decidedBy } = claim ?? {}
  return { ...objection, proposedBy: ownerId, employer, writtenBy, reviewedBy, signedBy, decidedBy }
}

export const followObjection = (doc: Objection, now: Date): Promise<void> =>
  tellFrom(
    'objections',
    objectionMachine,
    doc,
    async (objection, event) => ({
      title: (await get('claims', objection.claimId))?.title ?? '',
      reason: sealedValue(objection._id, event, 'reason') ?? '',
    }),
    now,
  )

type Answer = {
  readonly action: ActionOf<typeof objectionMachine>
  readonly version: number | undefined
  readonly form: unknown
}

export const moveObjection = async (
  doc: Objection,
  claim: Claim | undefined,
  asked: Answer,
  stamp: Stamp,
): Promise<Objection> => {
  const moved = await move(
    'objections',
    objectionMachine,
    {
      ...asked,
      id: doc._id,
      doc,
      subject: (seen) => beside(seen, claim),
      change: () => ({ set: { isLate: false } }),
    },
    stamp,
  )
  await followObjection(moved.doc, stamp.now)
  return moved.doc
}

/** Late is told once: to whoever watches. */
export const objectionDue = dueOf(
  'objections',
  objectionMachine,
  (_doc, action) => ({ set: { isLate: action === 'escalate' } }),
  followObjection,
)

const PAGE = 100

const forget = (known: Objection, now: Date, unset: readonly ('words' | 'ownerId')[]): Promise<void> =>
  insist('objections', known, async (doc) => {
    if (unset.every((field) => doc[field] === undefined)) return
    await move(
      'objections',
      objectionMachine,
      { id: doc._id, action: 'forget', version: doc.version, form: {}, doc, erases: true, change: () => ({ unset }) },
      { actor: system, now, requestId: `forget-${doc.version}` },
    )
  })

/**
 * Their words go, and that they were theirs; that somebody objected, and what came of it, stays. Up to when they went:
 * what they say after registering anew is theirs again.
 */
export const forgetObjections = async (ownerId: string, goneAt: string, now: Date): Promise<void> => {
  const where = { ownerId, createdAt: command.lte(goneAt) }
  for (;;) {
    const { rows, more } = await find('objections', where, { limit: PAGE, withEvents: true })
    for (const objection of rows) await forget(objection, now, ['ownerId', 'words'])
    if (!more) return
  }
}

/** What others wrote against a claim may say whose it was. */
export const forgetWordsAbout = async (claimId: string, now: Date): Promise<void> => {
  const where = { claimId, words: command.exists(true) }
  for (;;) {
    const { rows, more } = await find('objections', where, { limit: PAGE, withEvents: true })
    for (const objection of rows) await forget(objection, now, ['words'])
    if (!more) return
  }
}
