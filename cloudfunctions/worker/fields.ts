/** Builds the stored registration from what was read: sealed by its marks on the way in, matched by keyed hashes. */
import { onOf } from '../../domain/kernel/time'
import { eraseOnFor, normaliseName, type Stay } from '../../domain/worker'
import { keyOf } from '../_lib/crypto'
import { listKeyOf } from '../_lib/lists'
import type { PhoneRead } from '../_lib/phone'
import type { Site } from '../_lib/sites'
import type { WorkerDoc } from './handlers'
import { type Identity, isMinor } from './person'

/** Hashes of name and tail are salted by the site, so that no list of them can be compared across the city. */
export const nameKeyOf = (siteId: string, name: string): string =>
  keyOf('name', siteId, normaliseName(name).toUpperCase())
export const tailKeyOf = (siteId: string, tail: string): string => keyOf('tail', siteId, tail.toUpperCase())
export const phoneKeyOf = (phone: string): string => keyOf('phone', phone)

export const placeFields = ({ cityId, districtId, streetId, siteId, orgId }: Site) => ({
  cityId,
  districtId,
  streetId,
  siteId,
  orgId,
})

/** What changes with the person or the site: everything a search matches on. */
export const identityFields = (
  siteId: string,
  name: string,
  identity: Identity,
  { phone, phoneSource }: PhoneRead,
) => ({
  name,
  phone,
  phoneSource,
  document: identity.document,
  documentKey: identity.documentKey,
  phoneKey: phoneKeyOf(phone),
  isMinor: isMinor(identity),
  ...searchFields(siteId, name, identity.document.number),
})

export const searchFields = (siteId: string, name: string, number: string) => ({
  nameKey: nameKeyOf(siteId, name),
  tailKey: tailKeyOf(siteId, number.slice(-4)),
})

type Given = { readonly name: string; readonly homeProvince: WorkerDoc['homeProvince']; readonly stay: Stay }

export const newWorker = (
  id: string,
  site: Site,
  given: Given,
  identity: Identity,
  phone: PhoneRead,
  registeredBy: string,
  now: Date,
) => ({
  _id: id,
  ...placeFields(site),
  ...identityFields(site.siteId, given.name, identity, phone),
  homeProvince: given.homeProvince,
  stay: given.stay,
  isLate: false,
  createdAt: now.toISOString(),
  listKey: listKeyOf(now.toISOString(), id),
  registeredBy,
  eraseOn: eraseOnFor(onOf(now)),
})
