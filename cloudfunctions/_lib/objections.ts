/** An objection's moves and what follows: who hears of it, what falls due, and that whoever raised it may be forgotten. */
import { objectionMachine } from '../../domain/claim'
import { type ActionOf, type Subject, system } from '../../domain/kernel/machine'
import { move, type Stamp } from './cases'
import type { Claim } from './claimMove'
import { type DocOf, find, get } from './cloud'
import { dueOf } from './due'
import { sealedValue } from './history'
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

const MOST = 200

/** Their words go, and that they were theirs; that somebody objected, and what came of it, stays. */
export const forgetObjections = async (ownerId: string, now: Date): Promise<void> => {
  const { rows } = await find('objections', { ownerId }, { limit: MOST, withEvents: true })
  await Promise.all(
    rows.map((doc) =>
      move(
        'objections',
        objectionMachine,
        {
          id: doc._id,
          action: 'forget',
          version: undefined,
          form: {},
          doc,
          erases: true,
          change: () => ({ unset: ['ownerId', 'words'] }),
        },
        { actor: system, now, requestId: `forget-${doc.version}` },
      ),
    ),
  )
}
