/** Lights all that can be lit; each of the others says why. */
import { AppError, errors } from '../../domain/kernel/errors'
import type { Stamp } from '../_lib/cases'
import { command, find, get } from '../_lib/cloud'
import type { Wish, WishHandler } from './handlers'
import { lighter, lightOne } from './light'

type Refused = { wishId: string; code: string; message: string }

const AT_ONCE = 5

const lightEach = async (wishId: string, wish: Wish | undefined, stamp: Stamp): Promise<Refused | undefined> => {
  try {
    await lightOne(wish, () => get('donors', stamp.actor.personId), stamp)
    return undefined
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    return { wishId, code: error.code, message: errors[error.code].text }
  }
}

export const lightMany: WishHandler<'lightMany'> = async ({ wishIds, requestId }, { personId, now }) => {
  const stamp: Stamp = { actor: lighter(personId), now, requestId }
  const { rows } = await find('wishes', { _id: command.in(wishIds) }, { limit: wishIds.length, withEvents: true })
  const known = new Map(rows.map((wish) => [wish._id, wish]))
  const refused: Refused[] = []
  for (let from = 0; from < wishIds.length; from += AT_ONCE) {
    const some = wishIds.slice(from, from + AT_ONCE)
    const answers = await Promise.all(some.map((wishId) => lightEach(wishId, known.get(wishId), stamp)))
    refused.push(...answers.filter((answer) => answer !== undefined))
  }
  const isRefused = new Set(refused.map(({ wishId }) => wishId))
  return { lit: wishIds.filter((wishId) => !isRefused.has(wishId)), refused }
}
