/** Adds a street or an organisation to a district; its id is its name to everybody, so the insert decides. */
import { AppError } from '../../domain/kernel/errors'
import { levelOf, parentOf } from '../../domain/kernel/places'
import { type DocOf, get, insert } from '../_lib/cloud'
import { reaches } from '../_lib/scopes'
import { areaView } from './areaView'
import type { SiteHandler } from './handlers'

type Area = DocOf<'areas'>

const idRules: Readonly<Record<Area['kind'], { isFit: (id: string, districtId: string) => boolean; words: string }>> = {
  street: {
    isFit: (id, districtId) => /^\d{9}$/.test(id) && id.startsWith(districtId),
    words: '街道编号是 9 位数字，前 6 位是区的编号',
  },
  org: { isFit: (id) => /^org-[a-z0-9-]{1,32}$/.test(id), words: '单位编号写成 org- 加小写字母和数字' },
}

const isSame = (a: Area, b: Area): boolean => a.kind === b.kind && a.name === b.name && a.districtId === b.districtId

export const addArea: SiteHandler<'addArea'> = async ({ kind, id, name, districtId }, { identified, now }) => {
  const { actor } = await identified()
  const cityId = levelOf(districtId) === 'district' ? parentOf(districtId) : undefined
  if (cityId === undefined || !reaches(actor, ['cityAdmin'], { cityId, districtId })) throw new AppError('NOT_FOUND')
  const rule = idRules[kind]
  if (!rule.isFit(id, districtId)) throw new AppError('INPUT_INVALID', { fields: { id: rule.words } })
  const area: Area = { _id: id, kind, name, districtId, cityId, createdAt: now.toISOString() }
  if (await insert('areas', area)) return { area: areaView(area) }
  const stored = await get('areas', id)
  if (!stored || !isSame(stored, area)) throw new AppError('CONFLICT')
  return { area: areaView(stored) }
}
