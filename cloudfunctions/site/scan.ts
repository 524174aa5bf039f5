/** What a scanned or typed code stands for; nothing is known or asked about who scans. */
import { copiedSiteOf, siteLine } from '../_lib/sites'
import type { SiteHandler } from './handlers'

export const scan: SiteHandler<'scan'> = async ({ scene }, { now }) => ({
  site: siteLine(await copiedSiteOf(scene, now)),
})
