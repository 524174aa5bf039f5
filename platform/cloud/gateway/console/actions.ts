/** What the console can set going; only its own page may, so each asks for the page's own origin. */
import * as v from 'valibot'
import { messageOf } from '../../errors'
import { Fault } from '../../faults'
import { readEvent } from '../../functions'
import { parseJson } from '../../json'
import { OPENID } from '../calls'
import { HttpFailure, readJson, sendJson } from '../http'
import type { GatewayParts, Route, RouteContext } from '../server'

const openid = v.pipe(v.string(), v.regex(OPENID))

/** One action: what it takes, and what it does. */
function action<Asked>(
  schema: v.GenericSchema<unknown, Asked>,
  run: (parts: GatewayParts, asked: Asked) => Promise<unknown> | unknown,
) {
  return async ({ parts, request, response }: RouteContext): Promise<void> => {
    if (request.headers.origin !== `http://${request.headers.host}`)
      throw new HttpFailure(403, -501008, 'Only the console itself may ask for this.')
    const parsed = v.safeParse(schema, await readJson(request))
    if (!parsed.success) {
      const [issue] = parsed.issues
      throw new HttpFailure(400, -501007, `${v.getDotPath(issue) ?? 'the body'}: ${issue.message}`)
    }
    sendJson(response, 200, (await run(parts, parsed.output)) ?? {})
  }
}

const Call = v.object({ fn: v.string(), openid: v.optional(openid), event: v.string() })

/** A call as a phone of that person would make it; what it failed with is an answer too. */
async function callAs({ functions }: GatewayParts, { fn, openid, event }: v.InferOutput<typeof Call>) {
  const from = performance.now()
  try {
    const origin = { caller: 'client', source: 'wx_client', ...(openid && { openid }) } as const
    return { result: parseJson(await functions.call(fn, readEvent(event), origin)), ms: performance.now() - from }
  } catch (failure) {
    return { failure: messageOf(failure), ms: performance.now() - from }
  }
}

const ACTIONS: Record<string, Route['run']> = {
  timer: action(v.object({ fn: v.string(), name: v.string() }), async ({ timers }, { fn, name }) => {
    if (!(await timers.runNow(fn, name))) throw new HttpFailure(404, -501000, 'there is no such timer')
  }),
  fault: action(Fault, ({ faults }, fault) => ({ id: faults.on(fault) })),
  'fault-off': action(v.object({ id: v.optional(v.number()) }), ({ faults }, { id }) => faults.off(id)),
  call: action(Call, callAs),
  person: action(v.object({ openid, phone: v.pipe(v.string(), v.minLength(1)) }), ({ phones }, { openid, phone }) =>
    phones.add({ [openid]: phone }),
  ),
  'main-switch': action(v.object({ openid, isOn: v.boolean() }), ({ notices }, { openid, isOn }) =>
    notices.setMainSwitch(openid, isOn),
  ),
  link: action(v.object({ path: v.string() }), ({ storage }, { path }) => storage.linkTo(path)),
  'refuse-media': action(v.object({ path: v.string() }), async ({ media, storage }, { path }) => {
    await media.refuse(await storage.read(path))
  }),
}

export const ACTION_ROUTES: Route[] = Object.entries(ACTIONS).map(([name, run]) => ({
  method: 'POST',
  path: `/console/${name}`,
  run,
}))
