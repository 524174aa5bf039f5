/** A name on a published list, as everybody reads it: masked, but for a company's. */
import { claimMachine, type PublishedRow } from '../../domain/claim'
import { masked } from '../_lib/cloud'
import { deskName } from './deskRow'
import type { Claim, Worker } from './handlers'
import { periodLabel } from './words'

export const maskedNumberOf = (worker: Worker): string => masked('workers', worker).document.number

/** While its list is shown for objections, and not a moment longer. */
export const openUntil = ({ state, dueAt }: Pick<Claim, 'state' | 'dueAt'>, now: Date): string | undefined => {
  const isShown = claimMachine.actions.clear.from.some((from) => from === state)
  return isShown && dueAt !== undefined && dueAt > now.toISOString() ? dueAt : undefined
}

export const publicRow = (claim: Claim, worker: Worker | undefined, now: Date): PublishedRow => {
  const until = openUntil(claim, now)
  return {
    claimId: claim._id,
    maskedName: deskName(claim),
    maskedNumber: worker?.name === undefined ? '' : maskedNumberOf(worker),
    amountFen: claim.amountFen,
    people: claim.people,
    periodLabel: periodLabel(claim.period),
    ...(until ? { until } : {}),
  }
}
