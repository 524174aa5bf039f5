/** Sends requests with so many in flight, and says how long each took and what it waited for. */
import { type Timed, timed } from './timed'
import type { Town } from './town'

export type Shot = { readonly fn: string; readonly openid: string; readonly endpoint: string; readonly input: unknown }
export type Timing = Timed & { readonly refused: number }

const isOk = (reply: unknown): boolean =>
  typeof reply === 'object' && reply !== null && 'ok' in reply && reply.ok === true

const shoot = async ({ cloud }: Town, { fn, openid, endpoint, input }: Shot): Promise<boolean> => {
  const response = await fetch(`${cloud.url}/call/${fn}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-wx-openid': openid },
    body: JSON.stringify({ endpoint, input }),
  })
  return isOk(await response.json())
}

export async function load(town: Town, shotAt: (n: number) => Shot, count: number, inFlight: number): Promise<Timing> {
  let refused = 0
  const taken = await timed(count, inFlight, async (n) => {
    if (!(await shoot(town, shotAt(n)))) refused += 1
  })
  return { ...taken, refused }
}

/** The most waits for the database any of the last calls of this endpoint had: parallel requests count once. */
export const waitsOf = ({ cloud }: Town, fn: string, endpoint: string): { waits: number; requests: number } => {
  const calls = cloud
    .calls()
    .filter((call) => call.fn === fn && call.endpoint === endpoint)
    .slice(-200)
  return {
    waits: Math.max(0, ...calls.map(({ waits }) => waits)),
    requests: Math.max(0, ...calls.map(({ requests }) => requests)),
  }
}
