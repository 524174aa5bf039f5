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

/** Whose place a role is held over: the subject's own, that of the station a thing goes through, of the desk that decides, or of the employer who asks. */
export type Over = 'place' | 'station' | 'desk' | 'employer'
type SeatRow = { readonly role: Role; readonly levels: readonly Level[]; readonly over: Over }

/** A role held in one particular way: only over so large a place, or over another place than the subject's own. */
const seats = {
  districtUnion: { role: 'unionOfficer', levels: ['city', 'district'], over: 'place' },
  keeper: { role: 'stationKeeper', levels: ['street', 'site'], over: 'station' },
  claimReviewer: { role: 'reviewer', levels, over: 'desk' },
  claimSigner: { role: 'countersigner', levels, over: 'desk' },
  claimCashier: { role: 'cashier', levels, over: 'desk' },
  claimUnion: { role: 'unionOfficer', levels, over: 'desk' },
  claimEmployer: { role: 'employerOfficer', levels, over: 'desk' },
  claimBureau: { role: 'bureauOfficer', levels, over: 'desk' },
  rosterOfficer: { role: 'employerOfficer', levels: ['site', 'org'], over: 'employer' },
  rosterKeeper: { role: 'siteOfficer', levels: ['site'], over: 'employer' },
} as const satisfies Record<string, SeatRow>
export type Seat = keyof typeof seats

export type Who = Role | Seat | Relation

export type Subject = {
  readonly state: string
  readonly enteredAt?: string | undefined
  readonly station?: Partial<Place> | undefined
  /** Where it is decided on, when that is another place than its own. */
  readonly desk?: Partial<Place> | undefined
  /** Of what an employer asks for, the employer's: any officer of theirs goes on with it. */
  readonly employer?: Partial<Place> | undefined
  /** Whose turn it is, where the state alone does not say. */
  readonly awaits?: string | undefined
} & { readonly [field in (typeof relations)[keyof typeof relations]]?: string | undefined } & Partial<Place>

/** The clock itself, acting with no person behind it. */
export const system: Actor = { personId: 'system', grants: [] }

const isRelation = (who: Who): who is keyof typeof relations => Object.hasOwn(relations, who)
const isSeat = (who: Who): who is Seat => Object.hasOwn(seats, who)

/** The place of a subject that a role is held over; no place at all where it names none. */
export const placeOver = (over: Over, subject: Partial<Subject>): Partial<Place> =>
  over === 'place' ? subject : (subject[over] ?? {})

const sits = (seat: Seat, subject: Subject, actor: Actor): boolean => {
  const { role, levels: reaching, over }: SeatRow = seats[seat]
  const place = placeOver(over, subject)
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
