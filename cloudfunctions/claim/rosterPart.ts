/** One sheet of a roster, masked, for the employer and for whoever decides. */
import { claimMachine } from '../../domain/claim'
import { AppError } from '../../domain/kernel/errors'
import { canRead } from '../../domain/kernel/machine'
import { get } from '../_lib/cloud'
import { firstPartOf, sheetIdOf } from '../_lib/roster'
import type { ClaimHandler } from './handlers'
import { rosterRows } from './rosterView'

export const rosterPart: ClaimHandler<'rosterPart'> = async ({ id, part }, { identified }) => {
  const [{ actor }, claim] = await Promise.all([identified(), get('claims', id)])
  if (!claim || !canRead(claimMachine, claim, actor)) throw new AppError('NOT_FOUND')
  const sheet = await get('sheets', sheetIdOf(id, firstPartOf(claim) + part))
  if (!sheet) throw new AppError('NOT_FOUND')
  return { rows: await rosterRows(sheet, claim), parts: claim.sheets ?? 0 }
}
