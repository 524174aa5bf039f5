/** Streets and organisations of a district: names on every street sign, open to whoever holds a role. */
import { find } from '../_lib/cloud'
import { areaView } from './areaView'
import type { SiteHandler } from './handlers'

export const areas: SiteHandler<'areas'> = async ({ districtId }) => {
  const { rows } = await find('areas', { districtId }, { order: [['_id', 'asc']], limit: 200 })
  return { rows: rows.map(areaView) }
}
