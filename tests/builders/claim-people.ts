/** Everybody round a claim: at the desk that decides in every size, by name on it, and in two parts at once. */
import { system } from '../../domain/kernel/machine'
import type { Actor, Place, Role } from '../../domain/kernel/roles'
import { anActor, farDistrict, here, OWNER } from './actors'

type Someone = readonly [string, Actor]

/** A district's programme: the desk knows neither the worker's street nor their employer. */
export const desk: Partial<Place> = { cityId: here.cityId, districtId: here.districtId }

/** Whom a claim may name beside its owner. */
export const claimNamed = {
  writtenBy: 'person-author',
  reviewedBy: 'person-examiner',
  signedBy: 'person-signer',
  paidBy: 'person-payer',
  decidedBy: 'person-refuser',
} as const

const { writtenBy, reviewedBy, signedBy, paidBy, decidedBy } = claimNamed
const inDistrict = (personId: string, ...roles: readonly Role[]): Actor =>
  anActor(personId, ...roles.map((role) => [role, 'district'] as const))

/** Whoever has no part in it yet, one for each turn. */
const fresh: readonly Someone[] = [
  ['reviewer of the district', inDistrict('person-reviewer', 'reviewer')],
  ['countersigner of the district', inDistrict('person-countersigner', 'countersigner')],
  ['cashier of the district', inDistrict('person-cashier', 'cashier')],
]

/** Whoever did one part of it and holds the role for the next. */
const again: readonly Someone[] = [
  ['examiner who reviews', inDistrict(reviewedBy, 'reviewer')],
  ['examiner who countersigns', inDistrict(reviewedBy, 'reviewer', 'countersigner')],
  ['examiner at the till', inDistrict(reviewedBy, 'cashier')],
  ['signer who countersigns', inDistrict(signedBy, 'countersigner')],
  ['signer who reviews', inDistrict(signedBy, 'countersigner', 'reviewer')],
  ['signer at the till', inDistrict(signedBy, 'cashier')],
  ['payer at the till', inDistrict(paidBy, 'cashier')],
  ['payer who reviews', inDistrict(paidBy, 'cashier', 'reviewer')],
  ['refuser who reviews', inDistrict(decidedBy, 'reviewer')],
]

/** Nobody decides over their own: neither what they ask for nor what they wrote the rules of. */
const own: readonly Someone[] = [
  ['owner', anActor(OWNER)],
  ['owner who reviews', inDistrict(OWNER, 'reviewer')],
  ['owner who countersigns', inDistrict(OWNER, 'countersigner')],
  ['owner at the till', inDistrict(OWNER, 'cashier')],
  ['author who reviews', inDistrict(writtenBy, 'unionOfficer', 'reviewer')],
  ['author who countersigns', inDistrict(writtenBy, 'unionOfficer', 'countersigner')],
  ['author at the till', inDistrict(writtenBy, 'unionOfficer', 'cashier')],
]

const elsewhere: readonly Someone[] = [
  ['reviewer of the city', anActor('person-city-reviewer', ['reviewer', 'city'])],
  ['countersigner of the city', anActor('person-city-signer', ['countersigner', 'city'])],
  ['cashier of the city', anActor('person-city-cashier', ['cashier', 'city'])],
  ['reviewer of the street', anActor('person-street-reviewer', ['reviewer', 'street'])],
  ['reviewer of the employer', anActor('person-org-reviewer', ['reviewer', 'org'])],
  ['cashier of the employer', anActor('person-org-cashier', ['cashier', 'org'])],
  ['reviewer elsewhere', anActor('person-far-reviewer', ['reviewer', 'district', farDistrict])],
  ['countersigner elsewhere', anActor('person-far-signer', ['countersigner', 'district', farDistrict])],
  ['cashier elsewhere', anActor('person-far-cashier', ['cashier', 'district', farDistrict])],
]

const watching: readonly Someone[] = [
  ['supervisor of the city', anActor('person-supervisor', ['supervisor', 'city'])],
  ['supervisor elsewhere', anActor('person-far-supervisor', ['supervisor', 'district', farDistrict])],
  ['city admin', anActor('person-admin', ['cityAdmin', 'city'])],
  ['union of the district', inDistrict('person-union', 'unionOfficer')],
  ['bureau of the district', inDistrict('person-bureau', 'bureauOfficer')],
  ['employer officer', anActor('person-employer', ['employerOfficer', 'org'])],
  ['site officer', anActor('person-site', ['siteOfficer', 'site'])],
  ['nobody', anActor('person-nobody')],
]

/** Whom an objection is about stands to it as its proposer. */
export const aboutNamed = { ...claimNamed, proposedBy: 'person-claimant' } as const
const claimant: Someone = ['claimant who reviews', inDistrict(aboutNamed.proposedBy, 'reviewer')]

const clock: Someone = ['system', system]

export const claimPeople: readonly Someone[] = [...own, ...fresh, ...again, ...elsewhere, ...watching, clock]

export const objectionPeople: readonly Someone[] = [claimant, ...claimPeople]

/** Where only the turn is another, fewer tell it. */
export const turnPeople: readonly Someone[] = [...fresh, ...again, clock]
