/** Closes a programme before its day, or changes its budget. */
import { programmeMachine } from '../../domain/claim'
import { AppError } from '../../domain/kernel/errors'
import { next } from '../../domain/kernel/machine'
import { isDone, move, type Stamp } from '../_lib/cases'
import { get } from '../_lib/cloud'
import { followProgramme } from '../_lib/programmes'
import { fundWithin } from './budget'
import { deskProgrammeWhole } from './deskView'
import type { ClaimHandler, Programme } from './handlers'
import { mustRead } from './saveProgramme'

type Input = Parameters<ClaimHandler<'actProgramme'>>[0]

const moved = async (input: Input, stored: Programme, stamp: Stamp): Promise<Programme> => {
  const { id, version, reason } = input
  next(programmeMachine, stored, input.action, stamp.actor, stamp.now)
  if (version !== stored.version) throw new AppError('CONFLICT')
  if (input.action === 'close') {
    const form = { reason }
    return (await move('programmes', programmeMachine, { id, action: 'close', version, form, doc: stored }, stamp)).doc
  }
  const { budgetFen } = input
  const details = { ...stored.details, budgetFen }
  return fundWithin(stored, details, stamp, {
    action: 'fund',
    version,
    form: { budgetFen, why: reason },
    set: { details },
  })
}

export const actProgramme: ClaimHandler<'actProgramme'> = async (input, { identified, now }) => {
  const { actor } = await identified()
  const stored = mustRead(await get('programmes', input.id), actor)
  const stamp: Stamp = { actor, now, requestId: input.requestId }
  const doc = isDone(stored.events, stamp) ? stored : await moved(input, stored, stamp)
  await followProgramme(doc, now)
  return { programme: await deskProgrammeWhole(doc, actor, now) }
}
