/** What a scope points at: the place `covers` is asked about, and its name in words. */
import { cities, levelOf, parentOf, placeName } from '../../domain/kernel/places'
import { type Actor, covers, type Level, type Place, type Role, type Scope } from '../../domain/kernel/roles'
import { command, type DocOf, find, get } from './cloud'

export type Located = { readonly place: Partial<Place>; readonly name: string }

const areaAt = (area: DocOf<'areas'>): Located => {
  const { cityId, districtId, _id, kind } = area
  const own = kind === 'street' ? { streetId: _id } : { orgId: _id }
  return { place: { cityId, districtId, ...own }, name: area.name }
}

const areaOf = async (id: string, kind: DocOf<'areas'>['kind']): Promise<Located | undefined> => {
  const area = await get('areas', id)
  return area?.kind === kind ? areaAt(area) : undefined
}

const placesOf: Readonly<Record<Level, (id: string) => Promise<Located | undefined>>> = {
  city: async (id) => {
    const city = Object.hasOwn(cities, id) ? cities[id] : undefined
    return city && { place: { cityId: id }, name: city.name }
  },
  district: async (id) =>
    levelOf(id) === 'district'
      ? { place: { cityId: parentOf(id) ?? '', districtId: id }, name: placeName(id) ?? '' }
      : undefined,
  street: (id) => areaOf(id, 'street'),
  org: (id) => areaOf(id, 'org'),
  site: async (id) => {
    const site = await get('sites', id)
    if (!site) return undefined
    const { cityId, districtId, streetId, siteId, orgId } = site
    return { place: { cityId, districtId, streetId, siteId, ...(orgId ? { orgId } : {}) }, name: site.name }
  },
}

/** One read at most; undefined for a place there is not. */
export const locate = ({ level, id }: Scope): Promise<Located | undefined> => placesOf[level](id)

/** Whether one of these roles, held by the caller, covers the place. */
export const reaches = (actor: Actor, roles: readonly Role[], place: Partial<Place>): boolean =>
  actor.grants.some(({ role, scope }) => roles.includes(role) && covers(scope, place))

const inOneRead = async (name: 'areas' | 'sites', ids: readonly string[]): Promise<readonly [string, string][]> => {
  if (ids.length === 0) return []
  const { rows } = await find(name, { _id: command.in([...ids]) }, { limit: Math.min(ids.length, 200) })
  return rows.map((row) => [row._id, row.name])
}

/** The names of many scopes, in one wait. */
export const scopeNames = async (scopes: readonly Scope[]): Promise<(scope: Scope) => string> => {
  const idsAt = (...levels: readonly Level[]) =>
    [...new Set(scopes.filter(({ level }) => levels.includes(level)).map(({ id }) => id))].slice(0, 200)
  const found = await Promise.all([inOneRead('areas', idsAt('street', 'org')), inOneRead('sites', idsAt('site'))])
  const names = new Map(found.flat())
  return ({ id }) => names.get(id) ?? placeName(id) ?? ''
}
