/** WeChat's verdict on a picture, which comes later: only the one that carries the name its check was given counts. */
import * as v from 'valibot'
import { find } from '../_lib/cloud'
import { isWaiting, judge } from '../_lib/postings'

const Verdict = v.object({
  trace_id: v.pipe(v.string(), v.minLength(1), v.maxLength(100)),
  errcode: v.optional(v.number()),
  result: v.optional(v.object({ suggest: v.string() })),
})

const verdictOf = (suggest: string | undefined) =>
  suggest === 'pass' || suggest === 'review' || suggest === 'risky' ? suggest : 'review'

/** A picture WeChat could not open is a reviewer's. What waits no more hears nothing. */
export const noteMediaCheck = async (event: unknown): Promise<void> => {
  const { trace_id: traceId, errcode = 0, result } = v.parse(Verdict, event)
  const { rows } = await find('postings', { traceId }, { limit: 1, withEvents: true })
  for (const posting of rows)
    if (isWaiting(posting)) await judge(posting, errcode === 0 ? verdictOf(result?.suggest) : 'review', new Date())
}
