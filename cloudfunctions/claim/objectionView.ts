/** An objection as whoever raised it sees it, and as the desk does: to the desk whoever raised it is nobody's name. */
import { type DeskObjection, type ObjectionLine, objectionMachine } from '../../domain/claim'
import { actionsFor, stateRow } from '../../domain/kernel/machine'
import type { Actor } from '../../domain/kernel/roles'
import { onOf, sayDay } from '../../domain/kernel/time'
import { opened } from '../_lib/cloud'
import { sealedValue } from '../_lib/history'
import { beside } from '../_lib/objections'
import { deskName } from './deskRow'
import type { Claim, Objection } from './handlers'

const becauseOf = ({ _id, events = [] }: Objection): string | undefined => {
  const last = events.at(-1)
  return last && sealedValue(_id, last, 'reason')
}

export const objectionLine = (objection: Objection, now: Date): ObjectionLine => {
  const { label, tone, next } = stateRow(objectionMachine, objection.state)
  const because = becauseOf(objection)
  return {
    id: objection._id,
    state: objection.state,
    stateLabel: label,
    tone,
    next: next.replace('{by}', objection.dueAt ? sayDay(onOf(objection.dueAt), now) : '尽快'),
    ...(because ? { because } : {}),
  }
}

export const deskObjection = (
  objection: Objection,
  claim: Claim | undefined,
  actor: Actor,
  now: Date,
): DeskObjection => {
  const { label, tone } = stateRow(objectionMachine, objection.state)
  const { rowId, dueAt, ownerId } = objection
  return {
    id: objection._id,
    version: objection.version,
    claimId: objection.claimId,
    ...(rowId ? { rowId } : {}),
    title: claim?.title ?? '',
    claimName: claim ? deskName(claim) : '',
    words: opened('objections', objection).words ?? '',
    isAboutSelf: rowId !== undefined || (ownerId !== undefined && ownerId === claim?.ownerId),
    stateLabel: label,
    tone,
    ...(dueAt ? { dueAt } : {}),
    isLate: objection.isLate,
    can: actionsFor(objectionMachine, beside(objection, claim), actor, now),
  }
}
