/** The times of a claim, as rows; all of them this platform's own promises, none of them the law's. */
import * as v from 'valibot'
import { Reason } from '../kernel/schema'
import { days, workingDays } from '../kernel/time'

const ours = '本平台的承诺'

export const toReview = workingDays(10, ours)
export const toSign = workingDays(5, ours)
export const toPublish = workingDays(1, ours)
export const toPay = workingDays(20, ours)
/** A roster that was begun holds the people on it against every other employer: so long, and no longer. */
export const toHandIn = days(7, ours)
/** A returned claim, and a card the bank did not take: so long it is kept for the claimant. */
export const toMend = workingDays(10, ours)
export const toAppeal = workingDays(15, ours)
export const toAnswer = workingDays(10, ours)
export const toConfirm = days(7, ours)
export const toRepay = days(30, ours)

export const reason = v.strictObject({ reason: Reason })
