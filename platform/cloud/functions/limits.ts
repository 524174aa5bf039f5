/** What a call may not exceed, and the refusals a phone sees under numbers of their own. */
import { CloudError } from '../errors'
import type { Caller } from '../manifest'

const MB = 1024 * 1024
export const MAX_REQUEST_BYTES = 100 * 1024
/** Among functions a reply may be larger than one on its way to a phone. */
const MOST_REPLY_MB = { client: 1, function: 6, http: 6, push: 6, timer: 6 } as const satisfies Record<Caller, number>

export class CallRefused extends CloudError {}

export class ReplyTooLarge extends CloudError {}

export function checkRequest(event: string): void {
  if (Buffer.byteLength(event) > MAX_REQUEST_BYTES)
    throw new CloudError('INVALID_PARAM', 'the request exceeds the limit of 100 KB')
}

export function checkReply(text: string, caller: Caller): void {
  const most = MOST_REPLY_MB[caller]
  if (Buffer.byteLength(text) > most * MB)
    throw new ReplyTooLarge('FUNCTIONS_EXECUTE_FAIL', `the reply exceeds the limit of ${most} MB`)
}
