/** Calls a function of the local cloud as a person's phone does, typed by the domain's contract. */
import * as v from 'valibot'
import type { Api, Endpoint, OutputOf } from '../../../domain/kernel/api'
import { CannotGoOn } from '../say'

/** What this needs of the cloud. */
export type Callable = {
  call(fn: string, options: { openid?: string; event: unknown; source?: string }): Promise<unknown>
}

export type Sender = { readonly openid: string } | { readonly source: 'wx_http' }

/** How WeChat's server interface calls a function: with the app's own token, and no person behind it. */
export const operator: Sender = { source: 'wx_http' }

const Refusal = v.object({
  code: v.string(),
  message: v.string(),
  fields: v.optional(v.record(v.string(), v.string()), {}),
})
const Reply = v.variant('ok', [
  v.object({ ok: v.literal(true), data: v.unknown() }),
  v.object({ ok: v.literal(false), error: Refusal }),
])

export class Refused extends CannotGoOn {
  constructor(
    readonly code: string,
    message: string,
  ) {
    super(message)
  }
}

/** One call; a refusal is thrown under its code. */
export async function callEndpoint<E extends Endpoint>(
  cloud: Callable,
  sender: Sender,
  [api, name, endpoint]: readonly [Api, string, E],
  input: v.InferInput<E['input']>,
): Promise<OutputOf<E>> {
  const reply = v.parse(Reply, await cloud.call(api.name, { ...sender, event: { endpoint: name, input } }))
  if (reply.ok) return v.parse(endpoint.output, reply.data)
  const { code, message, fields } = reply.error
  const where = Object.entries(fields).map(([path, words]) => ` (${path}: ${words})`)
  throw new Refused(code, `${api.name}.${name} answered ${code}: ${message}${where.join('')}`)
}
