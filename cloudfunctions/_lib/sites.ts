/** From a scanned code to the site it stands for: the one way `scan` and `register` agree on what a code is worth. */
import { AppError } from '../../domain/kernel/errors'
import { stateRow } from '../../domain/kernel/machine'
import { placeName } from '../../domain/kernel/places'
import { readScene } from '../../domain/kernel/scene'
import { siteMachine } from '../../domain/site'
import type { SiteLine } from '../../domain/worker'
import { type DocOf, find } from './cloud'

export type Site = DocOf<'sites'>

/** Copies live a minute in an instance: a revoked code is refused by `register` at once and by `scan` within it. */
const COPY_LIVES_MS = 60_000
const copies = new Map<string, { site: Site | undefined; until: number }>()
const MAX_COPIES = 5_000

const read = async (code: string): Promise<Site | undefined> => (await find('sites', { code }, { limit: 1 })).rows[0]

const checked = (site: Site | undefined, version: number): Site => {
  if (!site) throw new AppError('CODE_FOREIGN')
  if (site.codeVersion !== version || stateRow(siteMachine, site.state).tone === 'stop')
    throw new AppError('CODE_REVOKED')
  return site
}

/** The site as it stands now. Throws CODE_DAMAGED, CODE_FOREIGN, CODE_REVOKED. */
export const siteOf = async (scene: string): Promise<Site> => {
  const { code, version } = readScene(scene)
  return checked(await read(code), version)
}

/** A code newer than the copy was printed since: whoever scans it is not told that it is stopped. */
const knows = (copy: Site | undefined, version: number): boolean => copy === undefined || copy.codeVersion >= version

/** As `siteOf`, from a copy when there is a young one: a muster of a whole site costs one read. */
export const copiedSiteOf = async (scene: string, now: Date): Promise<Site> => {
  const { code, version } = readScene(scene)
  const copy = copies.get(code)
  if (copy && copy.until > now.getTime() && knows(copy.site, version)) return checked(copy.site, version)
  const site = await read(code)
  if (copies.size >= MAX_COPIES) copies.clear()
  copies.set(code, { site, until: now.getTime() + COPY_LIVES_MS })
  return checked(site, version)
}

export const siteLine = (site: Site): SiteLine => ({
  siteId: site.siteId,
  name: site.name,
  address: site.address,
  cityId: site.cityId,
  districtId: site.districtId,
  districtName: placeName(site.districtId) ?? '',
  streetName: site.streetName,
  keeperName: site.keeperName,
  keeperPhone: site.keeperPhone,
})
