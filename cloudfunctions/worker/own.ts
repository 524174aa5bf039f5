/** The caller's own registration with the site it stands at, or NOT_FOUND. */
import { AppError } from '../../domain/kernel/errors'
import type { WorkerCard } from '../../domain/worker'
import { find, get } from '../_lib/cloud'
import type { Context } from '../_lib/serve'
import { cardOf } from './card'
import type { WorkerDoc } from './handlers'

export const ownedBy = async (personId: string): Promise<WorkerDoc | undefined> =>
  (await find('workers', { ownerId: personId }, { limit: 1, withEvents: true })).rows[0]

export const own = async (personId: string): Promise<WorkerDoc> => {
  const doc = await ownedBy(personId)
  if (!doc) throw new AppError('NOT_FOUND')
  return doc
}

/** The card of a registration the caller owns. */
export const cardFor = async (doc: WorkerDoc, { identified, now }: Context): Promise<WorkerCard> => {
  const [{ actor }, site] = await Promise.all([identified(), get('sites', doc.siteId)])
  if (!site) throw new AppError('NOT_FOUND', { reason: 'a registration without its site' })
  return cardOf(doc, site, actor, now)
}
