/** How a phone, and how an operator, reaches a function. */

import { timingSafeEqual } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { CloudError, messageOf } from '../errors'
import { type Functions, type Origin, readEvent } from '../functions'
import { FunctionTimeout } from '../functions/instance'
import { CallRefused, MAX_REQUEST_BYTES, ReplyTooLarge } from '../functions/limits'
import { HttpFailure, readBody, sendText } from './http'

export const OPENID = /^[A-Za-z][A-Za-z0-9_-]{5,63}$/

/** Who holds the phone; WeChat itself says so in the real cloud. */
export function openidOf(request: IncomingMessage): string {
  const openid = request.headers['x-wx-openid']
  if (typeof openid === 'string' && OPENID.test(openid)) return openid
  throw new HttpFailure(401, -601004, 'x-wx-openid must name who calls: a letter, then 5 to 63 letters, digits, _ or -')
}

export function checkOperator(request: IncomingMessage, secret: string): void {
  const given = Buffer.from(String(request.headers['x-operator'] ?? ''))
  const wanted = Buffer.from(secret)
  if (given.length !== wanted.length || !timingSafeEqual(given, wanted))
    throw new HttpFailure(403, -601004, 'x-operator must carry the secret from the file "operator" of the data folder')
}

export async function answerCall(
  functions: Functions,
  name: string,
  origin: Origin,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const event = readEvent((await readBody(request, MAX_REQUEST_BYTES)).toString('utf8') || '{}')
  if (!event.fields) throw new HttpFailure(400, -501007, 'the event must be a JSON object')
  try {
    sendText(response, 200, await functions.call(name, event, origin))
  } catch (failure) {
    throw callFailure(failure)
  }
}

/** The numbers wx.cloud.callFunction fails with on a phone. */
function callFailure(failure: unknown): HttpFailure {
  const message = messageOf(failure)
  if (failure instanceof CallRefused) return new HttpFailure(403, -604104, message)
  if (failure instanceof ReplyTooLarge) return new HttpFailure(500, -604001, message)
  if (failure instanceof FunctionTimeout) return new HttpFailure(504, -504003, message)
  if (!(failure instanceof CloudError)) return new HttpFailure(500, -501001, message)
  if (failure.code === 'FUNCTIONS_REQUEST_FAIL') return new HttpFailure(404, -501000, message)
  if (failure.code === 'INVALID_PARAM') return new HttpFailure(413, -501007, message)
  return throttled(failure) ?? new HttpFailure(500, -504002, `functions execute fail: ${message}`)
}

/** Too many at once, or no answer in time: the same numbers whatever was called. */
export function throttled(failure: unknown): HttpFailure | undefined {
  const message = messageOf(failure)
  const code = failure instanceof CloudError ? failure.code : undefined
  if (code === 'EXCEED_REQUEST_LIMIT') return new HttpFailure(429, -501003, message)
  if (code === 'EXCEED_CONCURRENT_REQUEST_LIMIT') return new HttpFailure(429, -501004, message)
  if (code === 'SERVER_TIMEOUT') return new HttpFailure(504, -501002, message)
  return undefined
}
