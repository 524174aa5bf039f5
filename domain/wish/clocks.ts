/** The times of a wish, as rows; all of them this platform's own promises, none of them the law's. */
import * as v from 'valibot'
import { Reason } from '../kernel/schema'
import { days, hours, minutes, workingDays } from '../kernel/time'

const ours = '本平台的承诺'

export const toCheck = workingDays(2, ours)
export const toDeliver = workingDays(5, ours)
export const toAnswer = workingDays(5, ours)
export const toDispute = days(7, ours)
/** Ten minutes to undo, seventy-two hours to hand over, a word a day before (DOMAIN.md §2.5). */
export const toUndo = minutes(10, ours)
export const toHandOver = hours(72, ours)
export const toRemind = hours(48, ours)

export const reason = v.strictObject({ reason: Reason })
export const union = ['unionOfficer'] as const
