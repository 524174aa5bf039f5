/** A process of its own is sent nonsense by the thousand: each is answered, it lives on, and it grows no larger. */
import { execFileSync } from 'node:child_process'
import { Agent, request } from 'node:http'
import fc from 'fast-check'
import { patience, runs } from '../property'
import { killChildren, launch, launched } from './child'
import { type Knock, knock } from './nonsense'
import { answer, connectTo, newBuild, newFolder, removeFolders } from './start'

jest.setTimeout(patience(180_000))
afterAll(() => {
  killChildren()
  removeFolders()
})

const AT_ONCE = 8
const PORTION = 400
const { numRuns } = runs(2000)
const portions = Math.ceil(numRuns / PORTION)
const seed = fc.readConfigureGlobal().seed ?? 0

interface Answer {
  status: number
  body: string
}

function send(url: string, agent: Agent, { method, path, headers, body }: Knock): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const signal = AbortSignal.timeout(20_000)
    const length = { 'content-length': String(Buffer.byteLength(body)) }
    const sent = request(url + path, { method, agent, headers: { ...headers, ...length }, signal }, (got) => {
      const chunks: Buffer[] = []
      got.on('data', (chunk: Buffer) => chunks.push(chunk))
      got.on('end', () => resolve({ status: got.statusCode ?? 0, body: Buffer.concat(chunks).toString('utf8') }))
      got.on('error', reject)
    })
    sent.on('error', reject)
    sent.end(body)
  })
}

const megabytesOf = (pid: number | undefined): number =>
  Number(execFileSync('ps', ['-o', 'rss=', '-p', String(pid)], { encoding: 'utf8' })) / 1024

/** What is wrong with an answer, in one word. */
function faultOf({ path }: Knock, { status, body }: Answer): string | undefined {
  if (status < 200 || status > 599) return `status ${status}`
  if (!path.startsWith('/admin') || status !== 200 || !body.startsWith('{')) return undefined
  const told: unknown = JSON.parse(body)
  if (typeof told !== 'object' || told === null || !('requestId' in told)) return 'no requestId'
  return 'code' in told && !('message' in told && typeof told.message === 'string') ? 'no message' : undefined
}

test('nonsense by the thousand is answered one by one, and costs nothing that stays', async () => {
  const collections = {
    things: {
      indexes: [
        { name: 'byA', keys: [['a', 1]] },
        {
          name: 'byBA',
          keys: [
            ['b', -1],
            ['a', 1],
          ],
        },
      ],
    },
  }
  const dist = await newBuild({ functions: { probe: { timeoutSeconds: 3 } }, collections })
  const child = launch(dist, newFolder())
  const url = await launched(child)
  const agent = new Agent({ keepAlive: true, maxSockets: AT_ONCE })
  const wrong: unknown[] = []
  const sizes: number[] = []
  for (let portion = 0; portion < portions; portion++) {
    const knocks = fc.sample(knock, { numRuns: PORTION, seed: seed + portion })
    const hands = Array.from({ length: AT_ONCE }, async (_one, hand) => {
      for (const one of knocks.filter((_knock, index) => index % AT_ONCE === hand)) {
        const fault = await send(url, agent, one).then(
          (got) => faultOf(one, got),
          (failure: Error) => failure.message,
        )
        if (fault !== undefined) wrong.push([fault, one.method, one.path, String(one.body).slice(0, 500)])
      }
    })
    await Promise.all(hands)
    expect(wrong).toEqual([])
    sizes.push(megabytesOf(child.pid))
  }
  agent.destroy()
  const things = (await connectTo(url)).collection('things')
  await answer(things.add({ data: { _id: 'after' } }))
  expect(await answer(things.doc('after').get())).toMatchObject({ data: { _id: 'after' } })
  const fifths = [1, 2, 3, 4, 5].map((fifth) => Math.round(sizes[Math.floor((sizes.length * fifth) / 5) - 1] ?? 0))
  console.info(`${portions * PORTION} requests from seed ${seed}: ${fifths.join(', ')} MB after each fifth`)
  const [settled = 0] = fifths
  expect(Math.max(...sizes.slice(-3))).toBeLessThan(settled + 60)
})
