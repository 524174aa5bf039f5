/** Who may act and over what: roles, scopes and the one place that tells whether a scope covers a place. */
import * as v from 'valibot'

export const roles = {
  cityAdmin: { label: '市级管理员' },
  unionOfficer: { label: '工会' },
  streetOfficer: { label: '街道' },
  siteOfficer: { label: '工地管理员' },
  employerOfficer: { label: '用人单位' },
  mediator: { label: '调解员' },
  reviewer: { label: '审核员' },
  countersigner: { label: '复核人' },
  cashier: { label: '出纳' },
  inspector: { label: '劳动监察员' },
  stationKeeper: { label: '接力站管理员' },
  supervisor: { label: '督查员' },
  contentReviewer: { label: '内容审核员' },
  bureauOfficer: { label: '人社局' },
} as const

export type Role = keyof typeof roles
export const roleNames = Object.keys(roles) as [Role, ...Role[]]
export const RoleName = v.picklist(roleNames)

/** city › district › street › site; an organisation stands beside them. */
export const levels = ['city', 'district', 'street', 'site', 'org'] as const
export const Scope = v.strictObject({
  level: v.picklist(levels),
  id: v.pipe(v.string(), v.minLength(1), v.maxLength(40)),
})
export type Scope = v.InferOutput<typeof Scope>
export type Level = Scope['level']

/** Where a subject stands. Every subject a scope can cover carries all of it. */
export const Place = v.strictObject({
  cityId: v.string(),
  districtId: v.string(),
  streetId: v.string(),
  siteId: v.string(),
  orgId: v.optional(v.string()),
})
export type Place = v.InferOutput<typeof Place>

/** The field of a `Place` that a level is matched on: used by queries and by `covers` alike. */
export const placeField = {
  city: 'cityId',
  district: 'districtId',
  street: 'streetId',
  site: 'siteId',
  org: 'orgId',
} as const satisfies Record<Level, keyof Place>

export const Grant = v.strictObject({
  grantId: v.string(),
  role: RoleName,
  scope: Scope,
  grantedAt: v.string(),
  grantedBy: v.string(),
})
export type Grant = v.InferOutput<typeof Grant>

/** A signed-in WeChat user. `personId` is a keyed hash of the openid; the openid itself goes nowhere. */
export type Actor = { readonly personId: string; readonly grants: readonly Grant[] }

export const covers = (scope: Scope, place: Partial<Place>): boolean => place[placeField[scope.level]] === scope.id

export const holds = (actor: Actor, role: Role, place: Partial<Place>): boolean =>
  actor.grants.some((grant) => grant.role === role && covers(grant.scope, place))

/** Who may hand out which role, and at which levels: the bootstrap makes a city admin, everyone else is invited. */
export const invites = {
  cityAdmin: { by: ['cityAdmin'], levels: ['city'] },
  unionOfficer: { by: ['cityAdmin', 'unionOfficer'], levels: ['city', 'district', 'street', 'site'] },
  streetOfficer: { by: ['cityAdmin', 'streetOfficer'], levels: ['street'] },
  siteOfficer: { by: ['cityAdmin', 'streetOfficer', 'unionOfficer'], levels: ['site'] },
  employerOfficer: { by: ['cityAdmin'], levels: ['org', 'site'] },
  mediator: { by: ['cityAdmin'], levels: ['district', 'street', 'org'] },
  reviewer: { by: ['cityAdmin'], levels: ['city', 'district', 'street', 'org'] },
  countersigner: { by: ['cityAdmin'], levels: ['city', 'district', 'street', 'org'] },
  cashier: { by: ['cityAdmin'], levels: ['city', 'district', 'street', 'org'] },
  inspector: { by: ['cityAdmin'], levels: ['city', 'district'] },
  stationKeeper: { by: ['cityAdmin', 'unionOfficer'], levels: ['street', 'site'] },
  supervisor: { by: ['cityAdmin'], levels: ['city', 'district'] },
  contentReviewer: { by: ['cityAdmin', 'unionOfficer'], levels: ['city', 'district'] },
  bureauOfficer: { by: ['cityAdmin'], levels: ['city', 'district'] },
} as const satisfies Record<Role, { by: readonly Role[]; levels: readonly Level[] }>

/** Pairs one person may not hold together: who proposes does not watch over it (DOMAIN.md §2.16). */
export const incompatible: readonly (readonly [Role, Role])[] = [
  ['reviewer', 'cashier'],
  ['reviewer', 'countersigner'],
  ['countersigner', 'cashier'],
  ['bureauOfficer', 'cashier'],
  ['mediator', 'inspector'],
  ['supervisor', 'siteOfficer'],
  ['supervisor', 'streetOfficer'],
  ['supervisor', 'unionOfficer'],
  ['supervisor', 'bureauOfficer'],
]

export const clashOf = (held: readonly Role[], added: Role): Role | undefined =>
  incompatible.flatMap(([a, b]) => (a === added ? [b] : b === added ? [a] : [])).find((role) => held.includes(role))
