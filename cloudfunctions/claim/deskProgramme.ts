/** One programme whole, for whoever issues it, works on its claims or watches. */
import { programmeMachine } from '../../domain/claim'
import { AppError } from '../../domain/kernel/errors'
import { canRead } from '../../domain/kernel/machine'
import { get } from '../_lib/cloud'
import { programmeDue } from '../_lib/programmes'
import { deskProgrammeWhole } from './deskView'
import type { ClaimHandler } from './handlers'

export const deskProgramme: ClaimHandler<'deskProgramme'> = async ({ id }, { identified, now }) => {
  const [{ actor }, stored] = await Promise.all([identified(), get('programmes', id)])
  /** What everybody may read of an open one is not its desk's view. */
  if (!stored || !canRead(programmeMachine, { ...stored, state: 'draft' }, actor)) throw new AppError('NOT_FOUND')
  return { programme: await deskProgrammeWhole(await programmeDue.upToDate(stored, now), actor, now) }
}
