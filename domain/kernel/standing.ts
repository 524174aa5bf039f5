/** How a person stands to a subject: by a role over its place, by a seat, or by being named on it. The one place that resolves it. */
import { type Actor, covers, type Level, levels, type Place, type Role, roles } from './roles'

/** What ties an actor to one subject, apart from a role: the field of the subject that names them. */
const relations = {
  owner: 'ownerId',
  donor: 'donorId',
  visitor: 'madeBy',
  proposer: 'proposedBy',
  decider: 'decidedBy',
  issuer: 'handedOutBy',
  author: 'writtenBy',
  examiner: 'reviewedBy',
  signer: 'signedBy',
  payer: 'paidBy',
} as const
/** Beside those named on it: anybody at all; the clock and the operator's functions. */
export type Relation = keyof typeof relations | 'anyone' | 'system'

/** What a role is held over: where the subject stands, the station it goes through, or the desk it lies on. */
type Over = 'place' | 'station' | 'desk'

/** A role held in one particular way: only over so large a place, over the station a thing goes through, or over its desk. */
const seats = {
  districtUnion: { role: 'unionOfficer', levels: ['city', 'district'], over: 'place' },
  keeper: { role: 'stationKeeper', levels: ['street', 'site'], over: 'station' },
  claimReviewer: { role: 'reviewer', levels, over: 'desk' },
  claimSigner: { role: 'countersigner', levels, over: 'desk' },
  claimCashier: { role: 'cashier', levels, over: 'desk' },
} as const satisfies Record<string, { role: Role; levels: readonly Level[]; over: Over }>
export type Seat = keyof typeof seats

export type Who = Role | Seat | Relation

export type Subject = {
  readonly state: string
  readonly enteredAt?: string | undefined
  readonly station?: Partial<Place> | undefined
  readonly desk?: Partial<Place> | undefined
  /** Whose turn it is, where the state leaves more than one. */
  readonly awaits?: string | undefined
} & { readonly [field in (typeof relations)[keyof typeof relations]]?: string | undefined } & Partial<Place>

/** The clock itself, acting with no person behind it. */
export const system: Actor = { personId: 'system', grants: [] }

const isRelation = (who: Who): who is keyof typeof relations => Object.hasOwn(relations, who)
const isSeat = (who: Who): who is Seat => Object.hasOwn(seats, who)

/** The place a row's role is asked for over. */
export const placeOver = (over: Over, subject: Partial<Subject>): Partial<Place> =>
  ({ place: subject, station: subject.station ?? {}, desk: subject.desk ?? {} })[over]

const sits = (seat: Seat, subject: Subject, actor: Actor): boolean => {
  const { role, levels, over } = seats[seat]
  const place = placeOver(over, subject)
  const reaching: readonly Level[] = levels
  return actor.grants.some(
    (grant) => grant.role === role && reaching.includes(grant.scope.level) && covers(grant.scope, place),
  )
}

/** Whom a row names by a field of the subject; undefined for roles, and where nobody is named. */
export const namedOn = (who: Who, subject: Partial<Subject>): string | undefined =>
  isRelation(who) ? subject[relations[who]] : undefined

/** The role behind a row, and whose place it is held over; undefined for relations. */
export const roleOf = (who: Who): { readonly role: Role; readonly over: Over } | undefined => {
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
