/** Shows one whole value for a reason: logged first, and the person is told. */
import { AppError } from '../../domain/kernel/errors'
import { canRead } from '../../domain/kernel/machine'
import { roles } from '../../domain/kernel/roles'
import { revealers, workerMachine } from '../../domain/worker'
import { get, opened } from '../_lib/cloud'
import { idFor } from '../_lib/crypto'
import { logLook, roleOver } from '../_lib/looks'
import { tell } from '../_lib/outbox'
import type { WorkerDoc, WorkerHandler } from './handlers'

const words = { name: '姓名', phone: '手机号', document: '证件号' } as const

const wholeOf = (doc: WorkerDoc, what: keyof typeof words): string => {
  const { name, phone, document } = opened('workers', doc)
  return { name, phone, document: document.number }[what]
}

export const reveal: WorkerHandler<'reveal'> = async (
  { id, what, reason, requestId },
  { identified, personId, now },
) => {
  const [who, doc] = await Promise.all([identified(), get('workers', id)])
  if (!doc || !canRead(workerMachine, doc, who.actor)) throw new AppError('NOT_FOUND')
  const role = roleOver(who, revealers, doc)
  if (!role) throw new AppError('NOT_FOUND')
  const lookId = idFor(personId, requestId)
  await logLook(lookId, { workerId: id, what: words[what], reason }, role, who, now)
  if (doc.ownerId)
    await tell(`${lookId}:told`, doc.ownerId, 'revealed', { role: roles[role].label, what: words[what], reason }, now)
  return { value: wholeOf(doc, what) }
}
