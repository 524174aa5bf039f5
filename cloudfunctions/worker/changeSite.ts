/** Moves the caller's registration to the site of another code: search keys and scope go along. */
import { AppError } from '../../domain/kernel/errors'
import { quotas, workerMachine } from '../../domain/worker'
import { move } from '../_lib/cases'
import { get, opened } from '../_lib/cloud'
import { take } from '../_lib/quotas'
import { siteOf } from '../_lib/sites'
import { placeFields, searchFields } from './fields'
import type { WorkerHandler } from './handlers'
import { hold } from './idCards'
import { cardFor } from './own'

export const changeSite: WorkerHandler<'changeSite'> = async ({ id, version, scene, requestId }, context) => {
  const { personId, now } = context
  const [{ actor }, doc, site] = await Promise.all([context.identified(), get('workers', id), siteOf(scene)])
  if (!doc || doc.ownerId !== personId) throw new AppError('NOT_FOUND')
  if (doc.events.some((event) => event.requestId === requestId)) return { card: await cardFor(doc, context) }
  const [{ isHeld }, hasSite] = await Promise.all([
    hold(doc.documentKey, id, now),
    take('site', site.siteId, quotas.siteDaily, now),
  ])
  /** A move to another site is no way round the street's question whose document it is. */
  if (!isHeld) throw new AppError('DOCUMENT_IN_USE')
  if (!hasSite) throw new AppError('SITE_BUSY')
  const { name, document } = opened('workers', doc)
  const { orgId, ...place } = placeFields(site)
  const set = {
    ...place,
    ...(orgId ? { orgId } : {}),
    ...searchFields(site.siteId, name, document.number),
    isLate: false,
  }
  const { doc: moved } = await move(
    'workers',
    workerMachine,
    {
      id,
      action: 'changeSite',
      version,
      form: { siteId: site.siteId },
      doc,
      change: () => ({ set, unset: orgId ? [] : ['orgId'] }),
    },
    { actor, now, requestId },
  )
  return { card: await cardFor(moved, context) }
}
