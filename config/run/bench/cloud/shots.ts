/** Sends one kind of work over kept connections with so many in flight, and says how long each took. */
import { Agent, request } from 'node:http'
import { type Timed, timed } from '../timed'
import { newLamp, placeOf } from './lamp'

export type Work = 'claim' | 'insert' | 'list' | 'get'
/** How a kind of work is sent: the n-th of them. */
export type Way = { readonly url: string; headers(n: number): Record<string, string>; body(n: number): object }

const inputs: Readonly<Record<Work, (n: number) => object>> = {
  claim: (n) => ({ id: `lamp-${n}`, by: `oBench${n}` }),
  insert: newLamp,
  list: (n) => ({ place: placeOf(n) }),
  get: (n) => ({ id: `lamp-${n}` }),
}

export const oursBy = (url: string, work: Work): Way => ({
  url: `${url}/call/lamps`,
  headers: (n) => ({ 'x-wx-openid': `oBench${n}` }),
  body: (n) => ({ work, ...inputs[work](n) }),
})

export const peerBy = (url: string, work: Work, name: string): Way => ({
  url: `${url}/parse/functions/${name}`,
  headers: () => ({ 'x-parse-application-id': 'peer' }),
  body: inputs[work],
})

const send = (agent: Agent, way: Way, n: number): Promise<string> =>
  new Promise((resolve, reject) => {
    const body = JSON.stringify(way.body(n))
    const headers = { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body), ...way.headers(n) }
    const sent = request(way.url, { method: 'POST', agent, headers }, (response) => {
      const chunks: Buffer[] = []
      response.on('data', (chunk: Buffer) => chunks.push(chunk))
      response.on('end', () => resolve(Buffer.concat(chunks).toString()))
    })
    sent.once('error', reject)
    sent.end(body)
  })

/** Throws when one was refused: a figure of refusals says nothing. */
export async function pass(way: Way, from: number, count: number, inFlight: number): Promise<Timed> {
  const agent = new Agent({ keepAlive: true, maxSockets: inFlight })
  const taken = await timed(count, inFlight, async (n) => {
    const answer = await send(agent, way, from + n)
    if (!answer.includes('"ok":true')) throw new Error(`${way.url} refused: ${answer.slice(0, 300)}`)
  })
  agent.destroy()
  return taken
}
