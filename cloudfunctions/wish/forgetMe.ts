/** A donor wants nothing kept of who they are: what they hold goes back to the wall, what they brought stands without them. */
import { AppError } from '../../domain/kernel/errors'
import { donorMachine, openLights } from '../../domain/wish'
import { move } from '../_lib/cases'
import { get } from '../_lib/cloud'
import { followDonor } from '../_lib/donors'
import type { WishHandler } from './handlers'
import { lighter } from './light'

export const forgetMe: WishHandler<'forgetMe'> = async ({ requestId }, { personId, now }) => {
  const donor = await get('donors', personId)
  if (!donor) throw new AppError('NOT_FOUND')
  const { doc } = await move(
    'donors',
    donorMachine,
    {
      id: personId,
      action: 'forget',
      version: undefined,
      form: {},
      doc: donor,
      erases: true,
      change: () => ({ set: { isNamed: false, limit: openLights }, unset: ['name', 'phone', 'company'] }),
    },
    { actor: lighter(personId), now, requestId },
  )
  await followDonor(doc, now)
  return { isForgotten: true }
}
