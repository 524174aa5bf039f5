/** What a drive's numbers say: the funnel, what is stuck, and the sum that adds up. */
import type { wishes } from '../../cloud/apis'
import { type StateName, wordsOf } from '../wishes/shelf'

export type Numbers = Awaited<ReturnType<typeof wishes.drive>>
export type FunnelRow = {
  readonly id: string
  readonly word: string
  readonly count: number
  /** Of all wishes, in hundredths. */
  readonly share: number
  /** The list behind it. */
  readonly state: StateName
}

export const funnelOf = ({ funnel: { made, lit, received, thanked } }: Numbers): FunnelRow[] => {
  const row = (id: string, word: string, count: number, state: StateName): FunnelRow => ({
    id,
    word,
    count,
    share: made === 0 ? 0 : Math.round((count / made) * 100),
    state,
  })
  return [
    row('made', '许了', made, 'submitted'),
    row('lit', '亮了', lit, 'lit'),
    row('received', '收到', received, 'received'),
    row('thanked', '谢了', thanked, 'thanked'),
  ]
}

const stuck: readonly StateName[] = ['submitted', 'proposed', 'returned', 'disputed', 'undeliverable']

export const stuckIn = ({ byState }: Numbers) =>
  byState.flatMap(({ state, count }) =>
    count > 0 && stuck.includes(state) ? [{ state, label: wordsOf(state), count }] : [],
  )

/** '500 = 收到 486 + 撤回 9 + 没送成 5'; what is nought is left out. */
export const sumLine = ({ made, byOutcome: { received, withdrawn, rejected, undelivered, open } }: Numbers): string => {
  const parts = [
    `收到 ${received}`,
    ...(withdrawn > 0 ? [`撤回 ${withdrawn}`] : []),
    ...(undelivered > 0 ? [`没送成 ${undelivered}`] : []),
    ...(rejected > 0 ? [`没同意 ${rejected}`] : []),
    ...(open > 0 ? [`还在办 ${open}`] : []),
  ]
  return `${made} = ${parts.join(' + ')}`
}
