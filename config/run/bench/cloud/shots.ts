/** Sends one kind of work over kept connections with so many in flight, and says how long each took. */
import { Agent, request } from 'node:http'
import { performance } from 'node:perf_hooks'
import { quantile } from '../load'
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

export type Pass = { readonly perSecond: number; readonly p50: number; readonly p99: number }

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
export async function pass(way: Way, from: number, count: number, inFlight: number): Promise<Pass> {
  const agent = new Agent({ keepAlive: true, maxSockets: inFlight })
  const taken: number[] = []
  let at = from
  const runner = async (): Promise<void> => {
    while (at < from + count) {
      const n = at
      at += 1
      const began = performance.now()
      const answer = await send(agent, way, n)
      if (!answer.includes('"ok":true')) throw new Error(`${way.url} refused: ${answer.slice(0, 300)}`)
      taken.push(performance.now() - began)
    }
  }
  const began = performance.now()
  await Promise.all(Array.from({ length: inFlight }, runner))
  const perSecond = count / ((performance.now() - began) / 1000)
  agent.destroy()
  const sorted = taken.sort((a, b) => a - b)
  return { perSecond, p50: quantile(sorted, 0.5), p99: quantile(sorted, 0.99) }
}

export const median = (values: readonly number[]): number =>
  quantile(
    [...values].sort((a, b) => a - b),
    0.5,
  )
