/** The person themselves says yes, with their own phone, to what somebody registered for them. */
import { AppError } from '../../domain/kernel/errors'
import { quotas, workerMachine } from '../../domain/worker'
import { move } from '../_lib/cases'
import { get } from '../_lib/cloud'
import { ensurePerson } from '../_lib/people'
import { take } from '../_lib/quotas'
import { tellOf } from '../_lib/workerNotices'
import { confirmationId } from './assisted'
import { recorded } from './consent'
import { tailKeyOf } from './fields'
import type { WorkerDoc, WorkerHandler } from './handlers'
import { cardFor, ownedBy } from './own'

const normalised = (code: string): string => code.replace(/\D/g, '')

/** A wrong code and a right code with the wrong last four answer alike. */
const provenBy = async (code: string, tail: string, now: Date): Promise<WorkerDoc> => {
  const confirmation = await get('confirmations', confirmationId(normalised(code)))
  const doc =
    confirmation && confirmation.validUntil >= now.toISOString()
      ? await get('workers', confirmation.workerId)
      : undefined
  if (!doc?.tailKey || doc.tailKey !== tailKeyOf(doc.siteId, tail)) throw new AppError('CONFIRM_CODE_INVALID')
  return doc
}

export const confirm: WorkerHandler<'confirm'> = async ({ confirmCode, tail, consent, requestId }, context) => {
  const { personId, now } = context
  const given = recorded(consent, now)
  const [identified, owned] = await Promise.all([context.identified(), ownedBy(personId)])
  if (owned?.events.some((event) => event.requestId === requestId)) return { card: await cardFor(owned, context) }
  if (owned) throw new AppError('ALREADY_REGISTERED')
  if (!(await take('confirm', personId, quotas.confirmTries, now))) throw new AppError('TRIES_USED_UP')
  const doc = await provenBy(confirmCode, tail, now)
  if (doc.ownerId) throw new AppError('CONFIRM_CODE_INVALID')
  await ensurePerson(identified, now)
  const { doc: moved } = await move(
    'workers',
    workerMachine,
    {
      id: doc._id,
      action: 'confirm',
      version: undefined,
      form: {},
      doc,
      subject: (stored) => ({ ...stored, ownerId: personId }),
      change: () => ({ set: { ownerId: personId, consent: given } }),
    },
    { actor: identified.actor, now, requestId },
  )
  await tellOf(moved, now)
  return { card: await cardFor(moved, context) }
}
