/** All that is held of somebody as a donor: there need be no registration. */
import { AppError } from '../../domain/kernel/errors'
import { donorSections, exportOf } from '../_lib/belongings'
import type { WishHandler } from './handlers'

export const exportMine: WishHandler<'exportMine'> = async (_input, { personId, now }) => {
  const sections = await donorSections(personId)
  if (sections.length === 0) throw new AppError('NOT_FOUND')
  return exportOf(sections, now)
}
