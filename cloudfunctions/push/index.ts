/** What WeChat itself tells us: who turned a message off or on again, what it thinks of a picture; everything else is acknowledged. */
import * as v from 'valibot'
import { serveFrom } from '../_lib/timer'
import { noteMediaCheck } from './media'
import { noteRefusals } from './refusals'

const Event = v.object({ MsgType: v.optional(v.string()), Event: v.optional(v.string()) })

const about: Readonly<Record<string, (event: unknown) => Promise<void>>> = {
  subscribe_msg_change_event: noteRefusals,
  subscribe_msg_popup_event: noteRefusals,
  wxa_media_check: noteMediaCheck,
}

/** WeChat sends again what is not answered, so even what we have no use for is answered. */
export const main = serveFrom('push', 'push', async (event) => {
  const parsed = v.safeParse(Event, event)
  const type = parsed.success ? (parsed.output.Event ?? parsed.output.MsgType ?? '') : ''
  console.info(JSON.stringify({ in: 'push', type: type.slice(0, 60) }))
  if (Object.hasOwn(about, type)) await about[type]?.(event)
  return 'success'
})
