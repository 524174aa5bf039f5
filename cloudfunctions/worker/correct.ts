/** Changes who the caller is: the new document must be free, and the site looks again. */
import { AppError } from '../../domain/kernel/errors'
import { onOf } from '../../domain/kernel/time'
import { workerMachine } from '../../domain/worker'
import { move } from '../_lib/cases'
import { get } from '../_lib/cloud'
import { keyOf } from '../_lib/crypto'
import { roleBox, tell } from '../_lib/outbox'
import { readPhone } from '../_lib/phone'
import { identityFields } from './fields'
import type { WorkerDoc, WorkerHandler } from './handlers'
import { hold, release } from './idCards'
import { cardFor } from './own'
import { readIdentity, WORKING_AGE } from './person'

export const correct: WorkerHandler<'correct'> = async ({ id, version, requestId, person }, context) => {
  const { personId, now } = context
  const [{ actor }, doc] = await Promise.all([context.identified(), get('workers', id)])
  if (!doc || doc.ownerId !== personId) throw new AppError('NOT_FOUND')
  if (doc.events.some((event) => event.requestId === requestId)) return { card: await cardFor(doc, context) }
  const identity = readIdentity(person, now)
  if (identity.age < WORKING_AGE) return stop(doc, now)
  const phone = await readPhone(person.phone)
  /** Asked for the same document too: it may have been found to be somebody else's. */
  if (!(await hold(identity.documentKey, id, now)).isHeld) throw new AppError('DOCUMENT_IN_USE')

  const form = { ...person, document: identity.document, phone: { source: 'typed', phone: phone.phone } }
  const set = { ...identityFields(doc.siteId, person.name, identity, phone), homeProvince: person.homeProvince }
  const { doc: moved } = await move(
    'workers',
    workerMachine,
    { id, action: 'correct', version, form, doc, change: () => ({ set }) },
    { actor, now, requestId },
  )
  if (identity.documentKey !== doc.documentKey) await release(doc.documentKey, id)
  return { card: await cardFor(moved, context) }
}

/** The registration stays as it was; the inspector hears that somebody under 16 works there. */
const stop = async (doc: WorkerDoc, now: Date): Promise<never> => {
  const site = await get('sites', doc.siteId)
  await tell(
    keyOf('notice', doc._id, 'child', onOf(now)),
    roleBox('inspector', doc.districtId),
    'childLabour',
    { site: site?.name ?? '' },
    now,
  )
  throw new AppError('UNDERAGE')
}
