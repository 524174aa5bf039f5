/** Calls the local cloud's functions as a person's phone does, or as the operator's command. */
import * as v from 'valibot'
import { bootstrapApi } from '../../../domain/bootstrap'
import { claimApi } from '../../../domain/claim'
import { type Ask, clientOf } from '../../../domain/kernel/client'
import { postingApi } from '../../../domain/posting'
import { siteApi } from '../../../domain/site'
import { staffApi } from '../../../domain/staff'
import { wagesApi } from '../../../domain/wages'
import { wishApi } from '../../../domain/wish'
import { workerApi } from '../../../domain/worker'
import { openidOf } from '../personas'
import { CannotGoOn } from '../say'

/** What this needs of the cloud. */
export type Callable = {
  call(fn: string, options: { openid?: string; event: unknown; source?: string }): Promise<unknown>
}

const Refusal = v.object({
  code: v.string(),
  message: v.string(),
  fields: v.optional(v.record(v.string(), v.string()), {}),
})
const Reply = v.variant('ok', [
  v.object({ ok: v.literal(true), data: v.unknown() }),
  v.object({ ok: v.literal(false), error: Refusal }),
])

/** With an address files are sent to, as phones do. */
export type Uploading = Callable & { readonly url: string }

const FileSent = v.object({ fileID: v.string() })

/** A picture on its way from this persona's phone. */
export const upload = (cloud: Uploading, slug: string, name: string, content: Uint8Array): Promise<string> =>
  uploadFrom(cloud, openidOf(slug), name, content)

/** The same from anybody's. */
export async function uploadFrom(cloud: Uploading, openid: string, name: string, content: Uint8Array): Promise<string> {
  const answer = await fetch(`${cloud.url}/storage/upload?path=inbox/${name}`, {
    method: 'POST',
    body: new Uint8Array(content),
    headers: { 'x-wx-openid': openid },
  })
  return v.parse(FileSent, await answer.json()).fileID
}

export class Refused extends CannotGoOn {
  constructor(
    readonly code: string,
    message: string,
  ) {
    super(message)
  }
}

const askAs =
  (cloud: Callable, sender: { openid: string } | { source: 'wx_http' }): Ask =>
  async (name, endpoint, input) => {
    const reply = v.parse(Reply, await cloud.call(name, { ...sender, event: { endpoint, input } }))
    if (reply.ok) return reply.data
    const { code, message, fields } = reply.error
    const where = Object.entries(fields).map(([path, words]) => ` (${path}: ${words})`)
    throw new Refused(code, `${name}.${endpoint} answered ${code}: ${message}${where.join('')}`)
  }

export const phoneWith = (cloud: Callable, openid: string) => {
  const ask = askAs(cloud, { openid })
  return {
    worker: clientOf(workerApi, ask),
    site: clientOf(siteApi, ask),
    staff: clientOf(staffApi, ask),
    wish: clientOf(wishApi, ask),
    posting: clientOf(postingApi, ask),
    claim: clientOf(claimApi, ask),
    wages: clientOf(wagesApi, ask),
  }
}

/** The phone of one persona. */
export const phoneOf = (cloud: Callable, slug: string) => phoneWith(cloud, openidOf(slug))

/** How WeChat's server interface calls a function: with the app's own token, and no person behind it. */
export const operatorOf = (cloud: Callable) => clientOf(bootstrapApi, askAs(cloud, { source: 'wx_http' }))
