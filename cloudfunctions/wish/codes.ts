/** The slip a donor shows and the code a worker shows: reckoned from the hash key, kept nowhere, spent with the state they belong to. */
import { AppError } from '../../domain/kernel/errors'
import { alphabet } from '../../domain/kernel/scene'
import { wishQuotas } from '../../domain/wish'
import { keyOf } from '../_lib/crypto'
import { take } from '../_lib/quotas'
import type { Wish } from './handlers'

const SLIP_SIGNS = 16
const RECEIPT_FIGURES = 8

const bytesOf = (key: string): Buffer => Buffer.from(key, 'hex')

/** Eighty bits from the lighting's own name: another lighting has another slip. */
export const slipCodeOf = (wishId: string, slot: string, donorId: string): string =>
  Array.from(
    bytesOf(keyOf('slip', wishId, slot, donorId)).subarray(0, SLIP_SIGNS),
    (byte) => alphabet[byte % alphabet.length] ?? '',
  ).join('')

export const slipKeyOf = (code: string): string => keyOf('slip key', code)

/** Eight figures, new for each thing that is handed out. */
export const receiptCodeOf = ({ _id, receivedAt = '' }: Pick<Wish, '_id' | 'receivedAt'>): string =>
  String(bytesOf(keyOf('receipt', _id, receivedAt)).readUIntBE(0, 6) % 10 ** RECEIPT_FIGURES).padStart(
    RECEIPT_FIGURES,
    '0',
  )

/** A wrong code costs one of the day's tries; the tries of one who guesses are soon over. */
export const refuseGuess = async (
  personId: string,
  now: Date,
  code: 'SLIP_INVALID' | 'RECEIPT_CODE_INVALID',
): Promise<never> => {
  const isLeft = await take('codeTries', personId, wishQuotas.codeTries, now)
  throw new AppError(isLeft ? code : 'TRIES_USED_UP')
}
