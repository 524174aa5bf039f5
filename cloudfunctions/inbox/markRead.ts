/** Marks a notice as read. One to a role is read for all who hold it once any of them opened it: the work is shared. */
import { AppError } from '../../domain/kernel/errors'
import { change, command, get } from '../_lib/cloud'
import { boxesFor } from './boxes'
import type { InboxHandler } from './handlers'

export const markRead: InboxHandler<'markRead'> = async ({ id }, { identified, now }) => {
  const [caller, notice] = await Promise.all([identified(), get('notices', id)])
  if (!notice || !boxesFor(caller).includes(notice.box)) throw new AppError('NOT_FOUND')
  if (notice.readAt === undefined)
    await change('notices', id, { readAt: command.exists(false) }, { set: { readAt: now.toISOString() } })
  return { id }
}
