/** Nobody's name, number or phone stands readable anywhere but before those who may read it; and the search would find it. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { collections } from '../cloudfunctions/_lib/collections'
import { readApis } from '../config/run/apis'
import { freshKeyRing, withNewKey, withoutOldKeys } from '../config/run/keys'
import { buildAltered } from './builders/altered'
import { accounts, donors, everyValue, ofTheErased, onRosters, people } from './builders/known-values'
import { askedOfNoPhone, firstInvitation } from './builders/no-phone'
import { findIn, findInFiles, findInText } from './builders/search'
import { type Heard, known, liveThrough, staffNames } from './builders/story'
import { newRequest, Town } from './builders/town'

type Lived = Awaited<ReturnType<typeof liveThrough>>

const keys = freshKeyRing()
let ring = keys
const dataDir = mkdtempSync(join(tmpdir(), 'nuanhu-privacy-'))
let lived: Lived
let town: Town

beforeAll(async () => {
  lived = await liveThrough({ keys, dataDir })
  ;({ town } = lived)
})
afterAll(async () => {
  await town.stop()
  rmSync(dataDir, { recursive: true, force: true })
})

type Asked = Omit<Heard, 'reply'>

const endpointOf = ({ fn, event }: Asked): string =>
  typeof event === 'object' && event !== null && 'endpoint' in event ? `${fn}.${String(event.endpoint)}` : fn
const isOk = ({ reply }: Heard): boolean =>
  typeof reply === 'object' && reply !== null && 'ok' in reply && reply.ok === true

/** What was said to anybody else about a person; a whole value shown for a logged reason is the one exception. */
const saidToOthers = (heard: readonly Heard[]): string[] =>
  people.flatMap(({ openid, name, phone, number }) =>
    heard
      .filter((one) => one.openid !== openid && endpointOf(one) !== 'worker.reveal')
      .flatMap((one) => findInText(`${endpointOf(one)} to ${one.openid}`, one.reply, [name, phone, number])),
  )

const keptAnywhere = async (at: Town): Promise<string[]> => [
  ...(await findInFiles(at.cloud.paths(), everyValue)),
  ...findInText('the console', at.cloud.logs(), everyValue),
  ...findInText('the messages sent', at.cloud.sent(), everyValue),
]

test('the day in the town meets every endpoint of every contract', async () => {
  const apis = (await readApis(join(__dirname, '..'))).filter(({ name }) => name !== 'paper')
  const wanted = apis.flatMap(({ name, endpoints }) => Object.keys(endpoints).map((endpoint) => `${name}.${endpoint}`))
  const met = new Set(lived.heard.filter(isOk).map(endpointOf))
  const operators = ['bootstrap.inviteAdmin', 'bootstrap.rotate', 'bootstrap.verifyChains']
  expect(wanted.filter((name) => !met.has(name) && !operators.includes(name))).toEqual([])
})

test('no value of anybody is readable in database, write-ahead log, uploads, notices, logs or console', async () => {
  const found = await keptAnywhere(town)
  /** The mark on a roster somebody took out says who that was: it is there to be read. */
  const whoTook = [staffNames.officer, staffNames.union]
  const marks = found.filter((line) => whoTook.some((name) => line.startsWith(`${name} as plain in `)))
  expect(found.filter((line) => !marks.includes(line))).toEqual([])
  expect(marks).toHaveLength(whoTook.length)
})

test('no answer to anybody else carries one', () => {
  expect(saidToOthers(lived.heard)).toEqual([])
})

test('a whole card and a name on a roster are in no answer but their owner’s own export', () => {
  const told = lived.heard
    .filter((one) => endpointOf(one) !== 'worker.exportMine')
    .flatMap((one) => findInText(`${endpointOf(one)} to ${one.openid}`, one.reply, [...accounts, ...onRosters]))
  expect(told).toEqual([])
})

test('who lit is told to the union and the station alone', () => {
  const unions = ['wish.slip', 'wish.get', 'wish.companies']
  const told = donors.flatMap(({ openid, name, phone }) =>
    lived.heard
      .filter((one) => one.openid !== openid && !unions.includes(endpointOf(one)))
      .flatMap((one) => findInText(`${endpointOf(one)} to ${one.openid}`, one.reply, [name, phone])),
  )
  expect(told).toEqual([])
})

describe('with the encryption taken out', () => {
  let open: Lived
  let distDir: string
  let remove: () => void
  beforeAll(async () => {
    const identity = `
export const encrypt = (plain: string, _place: string): string => plain
export const decrypt = (kept: string, _place: string): string => kept
export const sealedUnder = (_text: string): string | undefined => undefined
`
    ;({ distDir, remove } = await buildAltered({ '_lib/cipher.ts': () => identity }))
    open = await liveThrough({ distDir })
  })
  afterAll(async () => {
    await open.town.stop()
    remove()
  })

  test('the same search finds every one of them', async () => {
    const found = await keptAnywhere(open.town)
    const kept = everyValue.filter((value) => !ofTheErased.includes(value))
    expect(kept.filter((value) => !found.some((line) => line.startsWith(`${value} as plain`)))).toEqual([])
  })

  test('nothing of an erased person is left in any document', async () => {
    const { connectTo } = await import('./platform/start')
    const database = await connectTo(open.town.cloud.url)
    const left = await Promise.all(
      Object.keys(collections).map(async (collection) => {
        const got = await database.collection(collection).limit(1000).get()
        return findInText(collection, got, ofTheErased)
      }),
    )
    expect(left.flat()).toEqual([])
  })
})

test('the search knows a value in each form it could hide in', () => {
  const number = '340000198609014475'
  const forms = [
    number,
    Buffer.from(`{"n":"${number}"}`).toString('base64'),
    Buffer.from(`x{"n":"${number}"}`).toString('base64url'),
    Buffer.from(`xx{"n":"${number}"}`).toString('base64'),
    Buffer.from(number, 'utf16le').toString('latin1'),
    'tail 014475.',
  ]
  for (const form of forms) expect([form, findIn('here', form, [number])]).toEqual([form, [expect.any(String)]])
  expect(findIn('here', 'a hash 9014475ab and 340***********4475', [number])).toEqual([])
})

const chained = ['workers', 'sites', 'invitations', 'wishes', 'donors', 'postings'].concat([
  'programmes',
  'claims',
  'batches',
  'objections',
])

/** Every collection, page by page. */
const throughAll = async (
  act: (collection: string, cursor?: string) => Promise<{ next?: string | undefined }>,
  names: readonly string[],
) => {
  for (const name of names)
    for (let cursor: string | undefined, more = true; more; more = cursor !== undefined)
      ({ next: cursor } = await act(name, cursor))
}

test('after an erasure and a key rotation every history verifies, and the old key opens nothing that is needed', async () => {
  await town.stop()
  const both = withNewKey(keys)
  ring = withoutOldKeys(both)
  town = await Town.start({ keys: both, dataDir })
  let sealed = 0
  const rotate = async (collection: string, cursor?: string) => {
    const page = await town.operator.rotate({ requestId: newRequest(), collection, ...(cursor ? { cursor } : {}) })
    sealed += page.sealed
    return page
  }
  await throughAll(rotate, Object.keys(collections))
  expect(sealed).toBeGreaterThan(20)
  sealed = 0
  await throughAll(rotate, Object.keys(collections))
  expect(sealed).toBe(0)
  await town.stop()
  town = await Town.start({ keys: ring, dataDir })
  const checks: (readonly [string, number])[] = []
  const verify = async (collection: string, cursor?: string) => {
    const page = await town.operator.verifyChains({
      requestId: newRequest(),
      collection,
      ...(cursor ? { cursor } : {}),
    })
    expect(page.broken).toEqual([])
    checks.push([collection, page.checked])
    return page
  }
  await throughAll(verify, chained)
  /** One batch is all the day's money took; of everything else there is more. */
  expect(checks.filter(([collection, checked]) => checked < (collection === 'batches' ? 1 : 2))).toEqual([])
  const { sections } = await town.phone(known.tapped.openid).worker.exportMine({ requestId: newRequest() })
  expect(JSON.stringify(sections)).toContain(known.tapped.number)
})

describe('an answer with a field its schema does not name', () => {
  let remove: () => void
  let distDir: string
  const askAgain = async (at: Town, { fn, openid, source = 'wx_http', event }: Asked): Promise<Heard> => {
    const reply = await at.cloud.call(fn, { event, ...(openid ? { openid } : { source }) })
    return { fn, openid, source, event, reply }
  }
  beforeAll(async () => {
    const altered = await buildAltered({
      '_lib/serve.ts': (text) =>
        text.replace(
          'parseOutput(endpoint, answer)',
          "parseOutput(endpoint, { ...Object(answer), openid: 'oLeaked' })",
        ),
    })
    ;({ remove, distDir } = altered)
    await town.stop()
    town = await Town.start({ keys: ring, dataDir, distDir })
  })
  afterAll(() => remove())

  test('never leaves, from any endpoint, and says nothing of anybody in the log', async () => {
    const asked = [...lived.heard.filter((one) => isOk(one)), ...askedOfNoPhone]
    const replies = await Promise.all(asked.map((one) => askAgain(town, one)))
    const apis = await readApis(join(__dirname, '..'))
    const wanted = apis.flatMap(({ name, endpoints }) => Object.keys(endpoints).map((one) => `${name}.${one}`))
    expect(wanted.filter((name) => !asked.map(endpointOf).includes(name))).toEqual(['bootstrap.inviteAdmin'])
    expect(replies.filter(isOk).map(endpointOf)).toEqual([])
    const refused = replies.filter(({ reply }) => JSON.stringify(reply).includes('"INTERNAL"')).map(endpointOf)
    expect([...new Set(asked.map(endpointOf))].filter((name) => !refused.includes(name))).toEqual([])
    for (const { reply } of replies) expect(JSON.stringify(reply)).not.toContain('oLeaked')
    expect(findInText('the log', town.cloud.logs(), everyValue)).toEqual([])
    expect(town.cloud.logs().join()).toContain('the answer breaks its schema')
  })

  test('never leaves with a city’s first invitation', async () => {
    const fresh = await Town.start({ distDir })
    const { reply } = await askAgain(fresh, firstInvitation)
    await fresh.stop()
    expect(reply).toMatchObject({ ok: false, error: { code: 'INTERNAL' } })
    expect(JSON.stringify(reply)).not.toContain('oLeaked')
  })
})
