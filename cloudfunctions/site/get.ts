/** One site with its code and what was done to it, by whom and why. */
import { AppError } from '../../domain/kernel/errors'
import { canRead, saysOf } from '../../domain/kernel/machine'
import { siteMachine } from '../../domain/site'
import { get as getDoc } from '../_lib/cloud'
import { sealedValue } from '../_lib/history'
import { namesFor } from '../_lib/people'
import type { SiteHandler } from './handlers'
import { siteRow } from './row'

export const get: SiteHandler<'get'> = async ({ id }, { identified }) => {
  const [{ actor }, site] = await Promise.all([identified(), getDoc('sites', id)])
  if (!site || !canRead(siteMachine, site, actor)) throw new AppError('NOT_FOUND')
  const nameOf = await namesFor(site.events.map(({ by }) => by))
  const timeline = site.events.map((event) => {
    const note = sealedValue(site._id, event, 'reason')
    return {
      text: saysOf(siteMachine, event.action),
      at: event.at,
      by: nameOf(event.by),
      ...(note === undefined ? {} : { note }),
    }
  })
  return { site: siteRow(site, actor), timeline: timeline.reverse() }
}
