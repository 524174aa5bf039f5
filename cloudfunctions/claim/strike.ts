/** Takes one person out of a roster: the claim, the person's month and their sheet in one transaction, or none of them. */
import { claimMachine } from '../../domain/claim'
import { AppError } from '../../domain/kernel/errors'
import { fen, noMoney } from '../../domain/kernel/money'
import { moveWithin, type Stamp } from '../_lib/cases'
import { followClaim } from '../_lib/claimFollow'
import { changeOf } from '../_lib/claimMove'
import { forgetUncounted } from '../_lib/counting'
import { dropWithin, type Row, rowOf } from '../_lib/roster'
import { transact } from '../_lib/transact'
import type { Claim, ClaimHandler } from './handlers'

type Strike = Extract<Parameters<ClaimHandler<'act'>>[0], { action: 'strike' }>

/** While another roster takes the first one's place nothing of its sum stands on the claim. */
const lessOf = ({ people, amountFen }: Claim, { entry }: Row) =>
  people === 0 ? {} : { people: people - 1, amountFen: fen(Math.max(noMoney, amountFen - entry.fen)) }

export const strikeRow = async ({ form, version, action }: Strike, claim: Claim, stamp: Stamp): Promise<Claim> => {
  const row = await rowOf(form.rowId)
  if (!row || row.entry.claimId !== claim._id) throw new AppError('NOT_FOUND')
  const asked = { action, version, form }
  const moved = await transact(async (within) => {
    const change = (seen: Claim) => changeOf(seen, { ...asked, more: { set: lessOf(seen, row) } }, stamp.now)
    const struck = await moveWithin(within, 'claims', claimMachine, { id: claim._id, ...asked, change }, stamp)
    if (struck.isNew && !(await dropWithin(within, row))) throw new AppError('CONFLICT')
    return struck.doc
  })
  await forgetUncounted([row.counted._id])
  await followClaim(moved, stamp.now)
  return moved
}
