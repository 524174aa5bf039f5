/** The way from a wide scope down to a street, organisation or site: what stands below each place, asked as one goes. */
import { cities, placeName } from '../../../domain/kernel/places'
import type { Level, Scope } from '../../../domain/kernel/roles'
import { sites } from '../../cloud/apis'
import type { Place } from './access'

export type Below = { readonly places: readonly Place[]; readonly next?: string | undefined }

/** How deep each level stands; an organisation hangs under its district, as a street does. */
const depth = { city: 0, district: 1, street: 2, org: 2, site: 3 } as const satisfies Record<Level, number>

/** A place of `wanted` can be found in or under this one. */
export const leadsTo = ({ scope }: Place, wanted: Level): boolean =>
  scope.level === wanted || depth[scope.level] < depth[wanted]

export const isReached = ({ scope }: Place, wanted: Level): boolean => scope.level === wanted

const districtsOf = (cityId: string): Below => ({
  places: (cities[cityId]?.districts ?? []).map(({ id, name }) => ({ scope: { level: 'district', id }, name })),
})

const areasOf = async (districtId: string, wanted: Level): Promise<Below> => {
  const kind = wanted === 'org' ? 'org' : 'street'
  const { rows } = await sites.areas({ districtId })
  return {
    places: rows.flatMap((area) =>
      area.kind === kind ? [{ scope: { level: kind, id: area.id }, name: area.name }] : [],
    ),
  }
}

const sitesOf = async (scope: Scope, cursor?: string): Promise<Below> => {
  const { rows, next } = await sites.list({ scope, ...(cursor ? { cursor } : {}) })
  return { places: rows.map(({ id, name }) => ({ scope: { level: 'site', id }, name })), next }
}

/** The places to choose among on the way to `wanted`. */
export const below = async ({ scope }: Place, wanted: Level, cursor?: string): Promise<Below> => {
  if (scope.level === 'city') return districtsOf(scope.id)
  if (scope.level === 'district') return areasOf(scope.id, wanted)
  return sitesOf(scope, cursor)
}

/** The district a place lies in: a street's number begins with it. */
export const districtIdOf = ({ level, id }: Scope): string | undefined => {
  if (level === 'district') return id
  return level === 'street' && placeName(id.slice(0, 6)) ? id.slice(0, 6) : undefined
}

export const levelWords = {
  city: '全市',
  district: '区',
  street: '街道',
  site: '点位',
  org: '单位',
} as const satisfies Record<Level, string>
