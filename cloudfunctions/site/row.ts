/** A site as the desk sees it: its code as text, and what the caller may do with it. */
import type * as v from 'valibot'
import { actionsFor, stateNames, stateRow } from '../../domain/kernel/machine'
import { placeName } from '../../domain/kernel/places'
import type { Actor } from '../../domain/kernel/roles'
import { printedCode, sceneOf } from '../../domain/kernel/scene'
import { type SiteRow, type SiteState, siteMachine } from '../../domain/site'
import type { DocOf } from '../_lib/cloud'

export type SiteDoc = DocOf<'sites'>

const names: readonly SiteState[] = stateNames(siteMachine)

const stateOf = (site: Pick<SiteDoc, 'state'>): SiteState => {
  const known = names.find((name) => name === site.state)
  if (!known) throw new Error(`no state ${site.state}`)
  return known
}

export const codeOf = ({ code, codeVersion }: SiteDoc) => ({ code, version: codeVersion })

export const siteRow = (site: SiteDoc, actor: Actor): v.InferOutput<typeof SiteRow> => ({
  id: site._id,
  version: site.version,
  state: stateOf(site),
  stateLabel: stateRow(siteMachine, site.state).label,
  name: site.name,
  address: site.address,
  residence: site.residence,
  keeperName: site.keeperName,
  keeperPhone: site.keeperPhone,
  districtId: site.districtId,
  districtName: placeName(site.districtId) ?? '',
  streetId: site.streetId,
  streetName: site.streetName,
  ...(site.orgId ? { orgId: site.orgId } : {}),
  scene: sceneOf(codeOf(site)),
  printedCode: printedCode(codeOf(site)),
  can: actionsFor(siteMachine, site, actor),
})
