/** Registers somebody without a smartphone; answers the code they confirm with. */
import { AppError } from '../../domain/kernel/errors'
import { desk } from '../../domain/worker'
import { get } from '../_lib/cloud'
import { reaches } from '../_lib/scopes'
import { giveCode, registerOne } from './assisted'
import type { WorkerHandler } from './handlers'

export const registerFor: WorkerHandler<'registerFor'> = async ({ siteId, person, requestId }, { identified, now }) => {
  const [{ actor }, site] = await Promise.all([identified(), get('sites', siteId)])
  if (!site || !reaches(actor, desk, site)) throw new AppError('NOT_FOUND')
  const doc = await registerOne(person, site, { actor, now, requestId }, '', 'person.')
  return giveCode(doc._id, { now, requestId })
}
