/** One registration for the desk. */
import { AppError } from '../../domain/kernel/errors'
import { canRead } from '../../domain/kernel/machine'
import { holds } from '../../domain/kernel/roles'
import { revealers, workerMachine } from '../../domain/worker'
import { get as read } from '../_lib/cloud'
import { workerDue } from '../_lib/workerDue'
import { rosterRowOf, timelineOf } from './card'
import type { WorkerHandler } from './handlers'

export const get: WorkerHandler<'get'> = async ({ id }, { identified, now }) => {
  const [{ actor }, stored] = await Promise.all([identified(), read('workers', id)])
  if (!stored || !canRead(workerMachine, stored, actor)) throw new AppError('NOT_FOUND')
  const [doc, site] = await Promise.all([workerDue.upToDate(stored, now), read('sites', stored.siteId)])
  return {
    row: rosterRowOf(doc, actor),
    siteName: site?.name ?? '',
    cityId: doc.cityId,
    districtId: doc.districtId,
    timeline: timelineOf(doc, actor),
    homeProvince: doc.homeProvince,
    canReveal: revealers.some((role) => holds(actor, role, doc)),
  }
}
