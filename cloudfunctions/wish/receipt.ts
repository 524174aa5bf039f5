/** Whether a code is the worker's for this wish, asked before the gift leaves the shelf. */
import { AppError } from '../../domain/kernel/errors'
import { actionsFor } from '../../domain/kernel/machine'
import { wishMachine } from '../../domain/wish'
import { get } from '../_lib/cloud'
import { receiptCodeOf, refuseGuess } from './codes'
import type { WishHandler } from './handlers'

export const receipt: WishHandler<'receipt'> = async ({ id, code }, { identified, personId, now }) => {
  const [{ actor }, wish] = await Promise.all([identified(), get('wishes', id)])
  if (!wish || !actionsFor(wishMachine, wish, actor, now).includes('handOut')) throw new AppError('NOT_FOUND')
  if (code === receiptCodeOf(wish)) return { isRight: true }
  try {
    return await refuseGuess(personId, now, 'RECEIPT_CODE_INVALID')
  } catch (error) {
    if (error instanceof AppError && error.code === 'RECEIPT_CODE_INVALID') return { isRight: false }
    throw error
  }
}
