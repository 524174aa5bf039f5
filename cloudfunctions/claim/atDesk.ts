/** Whose desk a scope is, who works or watches there, and what each of them reads of it. */
import { claimMachine, type QueueName, queues } from '../../domain/claim'
import { readersIn, type Subject } from '../../domain/kernel/machine'
import { type Actor, type Level, type Place, placeField, type Scope } from '../../domain/kernel/roles'
import { stands, type Who } from '../../domain/kernel/standing'
import type { Located } from '../_lib/scopes'

/** Somebody handed it in: what the desk reads from then on. */
const handedIn = claimMachine.starts.submit.to

/** An organisation's programmes lie on its own desk alone, all others in their place. */
export const subjectAt = ({ level, id }: Scope, { place }: Located) => ({
  state: handedIn,
  ...place,
  desk: level === 'org' ? { orgId: id } : withoutOrg(place),
})

const withoutOrg = ({ orgId: _orgId, ...place }: Partial<Place>): Partial<Place> => place

const watchers = ['supervisor', 'cityAdmin'] as const satisfies readonly Who[]
const seats = ['claimReviewer', 'claimSigner', 'claimCashier', ...watchers] as const satisfies readonly Who[]

export const mayRead = (scope: Scope, located: Located | undefined, actor: Actor): located is Located =>
  located !== undefined && readsAtDesk(subjectAt(scope, located), actor)

/** What is late is listed by the place of whoever claims, over a city or a district. */
const watched: readonly Level[] = ['city', 'district']

export const isWatched = ({ level }: Scope): boolean => watched.includes(level)
export const watches = (scope: Scope, located: Located, actor: Actor): boolean =>
  isWatched(scope) && watchers.some((who) => stands(who, subjectAt(scope, located), actor))

export const worksOn = (queue: QueueName, scope: Scope, located: Located, actor: Actor): boolean => {
  const { by } = queues[queue]
  return by !== undefined && stands(by, subjectAt(scope, located), actor)
}

export const lateAt = ({ level, id }: Scope) => ({ [placeField[level]]: id, isLate: true })
export const queueAt = ({ level, id }: Scope, queue: QueueName) => ({ [`desk.${placeField[level]}`]: id, queue })

/** By a part at the desk: whoever claims, and whoever asks for an employer, reads theirs elsewhere. */
export const readsAtDesk = (subject: Subject, actor: Actor): boolean =>
  seats.some((who) => readersIn(claimMachine, subject.state).includes(who) && stands(who, subject, actor))
