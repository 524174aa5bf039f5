/** Opens a programme for claims: only with a document for its amount and for every rule. */
import { programmeMachine } from '../../domain/claim'
import { AppError } from '../../domain/kernel/errors'
import { next } from '../../domain/kernel/machine'
import { endOf, toDay } from '../../domain/kernel/time'
import { isDone, move, type Stamp } from '../_lib/cases'
import { get } from '../_lib/cloud'
import { keepEdition, openBooks } from './budget'
import { deskProgrammeWhole } from './deskView'
import type { ClaimHandler } from './handlers'
import { assertSourced, mustRead } from './saveProgramme'

const FIRST = 1

export const openProgramme: ClaimHandler<'openProgramme'> = async ({ requestId, id, version }, { identified, now }) => {
  const { actor } = await identified()
  const stored = mustRead(await get('programmes', id), actor)
  const stamp: Stamp = { actor, now, requestId }
  if (isDone(stored.events, stamp)) return { programme: await deskProgrammeWhole(stored, actor, now) }
  next(programmeMachine, stored, 'open', actor, now)
  if (version !== stored.version) throw new AppError('CONFLICT')
  const { details } = stored
  assertSourced(details)
  const dueAt = endOf(toDay(details.closesOn))
  /** A crash before the move leaves both to be found again by the same request. */
  const edition = await get('editions', `${id}:${FIRST}`)
  if (!edition) await keepEdition(stored, details, FIRST, '', stamp)
  await openBooks(stored, details)
  const { doc } = await move(
    'programmes',
    programmeMachine,
    {
      id,
      action: 'open',
      version,
      form: {},
      doc: stored,
      change: () => ({ set: { edition: FIRST, dueAt, wakeAt: dueAt } }),
    },
    stamp,
  )
  return { programme: await deskProgrammeWhole(doc, actor, now) }
}
