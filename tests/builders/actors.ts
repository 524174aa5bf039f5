/** One street with a site on it, and people who stand in every relation to what happens there. */
import { type Machine, system } from '../../domain/kernel/machine'
import { type Actor, type Level, type Place, placeField, type Role, roleNames } from '../../domain/kernel/roles'
import { siteMachine } from '../../domain/site'
import { invitationMachine } from '../../domain/staff'
import { workerMachine } from '../../domain/worker'

export const machines: Readonly<Record<string, Machine>> = {
  worker: workerMachine,
  site: siteMachine,
  invitation: invitationMachine,
}

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
