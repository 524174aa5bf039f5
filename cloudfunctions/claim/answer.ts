/** Keeps what somebody answered for themselves, for all programmes; nothing but a fact that may be answered in place is kept. */
import { claimQuotas } from '../../domain/claim'
import { AppError } from '../../domain/kernel/errors'
import { change, insert, remove } from '../_lib/cloud'
import { take } from '../_lib/quotas'
import { declaredIn } from './facts'
import type { ClaimHandler } from './handlers'
import { answersOf, judgedFor } from './programmes'
import { ownedBy, standsWell } from './standing'

export const answer: ClaimHandler<'answer'> = async ({ answers }, { personId, now }) => {
  const [worker, before, isFirst] = await Promise.all([
    ownedBy(personId),
    answersOf(personId),
    take('answers', personId, claimQuotas.answers, now),
  ])
  if (!standsWell(worker)) throw new AppError('NOT_FOUND')
  if (!isFirst) throw new AppError('TRIES_USED_UP')
  const said = JSON.stringify({ ...before, ...declaredIn(answers) })
  const kept = { _id: personId, said, at: now.toISOString() }
  if (!(await insert('declared', kept)))
    await change('declared', personId, {}, { set: { said: kept.said, at: kept.at } })
  const judged = await judgedFor(personId, now)
  if (judged.isRegistered) return judged
  /** They were erased meanwhile. */
  await remove('declared', personId)
  throw new AppError('NOT_FOUND')
}
