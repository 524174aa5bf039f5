/** How a person stands to a subject: by a role over its place, by a seat, or by being named on it. The one place that resolves it. */
import { type Actor, covers, type Level, type Place, type Role, roles } from './roles'

/** What ties an actor to one subject, apart from a role: the field of the subject that names them. */
const relations = {
  owner: 'ownerId',
  donor: 'donorId',
  visitor: 'madeBy',
  proposer: 'proposedBy',
  decider: 'decidedBy',
  issuer: 'handedOutBy',
} as const
/** Beside those named on it: anybody at all; the clock and the operator's functions. */
export type Relation = keyof typeof relations | 'anyone' | 'system'

/** A role held in one particular way: only over so large a place, or over the station a thing goes through. */
const seats = {
  districtUnion: { role: 'unionOfficer', levels: ['city', 'district'], over: 'place' },
  keeper: { role: 'stationKeeper', levels: ['street', 'site'], over: 'station' },
} as const satisfies Record<string, { role: Role; levels: readonly Level[]; over: 'place' | 'station' }>
export type Seat = keyof typeof seats

export type Who = Role | Seat | Relation

export type Subject = {
  readonly state: string
  readonly enteredAt?: string | undefined
  readonly station?: Partial<Place> | undefined
} & { readonly [field in (typeof relations)[keyof typeof relations]]?: string | undefined } & Partial<Place>

/** The clock itself, acting with no person behind it. */
export const system: Actor = { personId: 'system', grants: [] }

const isRelation = (who: Who): who is keyof typeof relations => Object.hasOwn(relations, who)
const isSeat = (who: Who): who is Seat => Object.hasOwn(seats, who)

const sits = (seat: Seat, subject: Subject, actor: Actor): boolean => {
  const { role, levels, over } = seats[seat]
  const place = over === 'station' ? (subject.station ?? {}) : subject
  const reaching: readonly Level[] = levels
  return actor.grants.some(
    (grant) => grant.role === role && reaching.includes(grant.scope.level) && covers(grant.scope, place),
  )
}

/** Whom a row names by a field of the subject; undefined for roles, and where nobody is named. */
export const namedOn = (who: Who, subject: Partial<Subject>): string | undefined =>
  isRelation(who) ? subject[relations[who]] : undefined

/** The role behind a row, and whose place it is held over; undefined for relations. */
export const roleOf = (who: Who): { readonly role: Role; readonly over: 'place' | 'station' } | undefined => {
  if (isSeat(who)) return seats[who]
  return Object.hasOwn(roles, who) ? { role: who as Role, over: 'place' } : undefined
}

export const stands = (who: Who, subject: Subject, actor: Actor): boolean => {
  if (who === 'anyone') return actor !== system
  if (who === 'system') return actor === system
  if (isRelation(who)) return subject[relations[who]] !== undefined && subject[relations[who]] === actor.personId
  if (isSeat(who)) return sits(who, subject, actor)
  return actor.grants.some((grant) => grant.role === who && covers(grant.scope, subject))
}
