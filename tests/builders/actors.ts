/** One street with a site on it, and people who stand in every relation to what happens there. */
import { system } from '../../domain/kernel/machine'
import { type Actor, type Level, type Place, placeField, type Role, roleNames } from '../../domain/kernel/roles'

export const here: Place = {
  cityId: '310000',
  districtId: '310106',
  streetId: '310106014',
  siteId: 'site-here',
  orgId: 'org-here',
}

/** Somebody who holds roles over scopes around `here`, or over places elsewhere. */
export const anActor = (personId: string, ...held: readonly (readonly [Role, Level, string?])[]): Actor => ({
  personId,
  grants: held.map(([role, level, id], index) => ({
    grantId: `${personId}-${index}`,
    role,
    scope: { level, id: id ?? here[placeField[level]] ?? '' },
    grantedAt: '2021-01-20T00:00:00.000Z',
    grantedBy: 'operator',
  })),
})

export const OWNER = 'person-owner'

/** Each role over the site itself, the owner, the owner who also sits at the desk, a stranger, and the clock. */
export const everyone: readonly (readonly [string, Actor])[] = [
  ['owner', anActor(OWNER)],
  ...roleNames.map((role) => [role, anActor(`person-${role}`, [role, 'site'])] as const),
  ['owner and siteOfficer', anActor(OWNER, ['siteOfficer', 'site'])],
  ['owner and streetOfficer', anActor(OWNER, ['streetOfficer', 'street'])],
  ['siteOfficer elsewhere', anActor('person-elsewhere', ['siteOfficer', 'site', 'site-elsewhere'])],
  ['streetOfficer elsewhere', anActor('person-far', ['streetOfficer', 'street', '310115004'])],
  ['nobody', anActor('person-nobody')],
  ['system', system],
]

/** Whoever a wish, or what was said about it, may name beside its owner. */
export const named = {
  donorId: 'person-donor',
  madeBy: 'person-visitor',
  proposedBy: 'person-proposer',
  decidedBy: 'person-decider',
  handedOutBy: 'person-issuer',
} as const

export const station: Place = { ...here, siteId: 'site-station' }
export const farDistrict = '310115'

/** Everybody round a wish: by name on it, by their union's size, at its station, and in two parts at once. */
export const wishPeople: readonly (readonly [string, Actor])[] = [
  ['owner', anActor(OWNER)],
  ['donor', anActor(named.donorId)],
  ['visitor of the street', anActor(named.madeBy, ['streetOfficer', 'street'])],
  ['visitor of the district union', anActor(named.madeBy, ['unionOfficer', 'district'])],
  ['union of the city', anActor('person-city-union', ['unionOfficer', 'city'])],
  ['union of the district', anActor('person-district-union', ['unionOfficer', 'district'])],
  ['union of the street', anActor('person-street-union', ['unionOfficer', 'street'])],
  ['union of the site', anActor('person-site-union', ['unionOfficer', 'site'])],
  ['proposer, in the district too', anActor(named.proposedBy, ['unionOfficer', 'district'])],
  ['issuer, in the district too', anActor(named.handedOutBy, ['unionOfficer', 'district'])],
  ['owner in the district union', anActor(OWNER, ['unionOfficer', 'district'])],
  ['donor in the district union', anActor(named.donorId, ['unionOfficer', 'district'])],
  ['union of another district', anActor('person-far-union', ['unionOfficer', 'district', farDistrict])],
  ['keeper of the station', anActor('person-keeper', ['stationKeeper', 'site', station.siteId])],
  ['keeper who lit', anActor(named.donorId, ['stationKeeper', 'site', station.siteId])],
  ['keeper who wished', anActor(OWNER, ['stationKeeper', 'site', station.siteId])],
  ['keeper of the wisher’s site', anActor('person-keeper-here', ['stationKeeper', 'site'])],
  ['reviewer', anActor('person-reviewer', ['contentReviewer', 'district'])],
  ['reviewer who decided', anActor(named.decidedBy, ['contentReviewer', 'district'])],
  ['reviewer who wrote it', anActor(OWNER, ['contentReviewer', 'district'])],
  ['reviewer elsewhere', anActor('person-far-reviewer', ['contentReviewer', 'district', farDistrict])],
  ['street officer', anActor('person-street', ['streetOfficer', 'street'])],
  ['site officer', anActor('person-site', ['siteOfficer', 'site'])],
  ['supervisor', anActor('person-supervisor', ['supervisor', 'city'])],
  ['city admin', anActor('person-admin', ['cityAdmin', 'city'])],
  ['nobody', anActor('person-nobody')],
  ['system', system],
]
