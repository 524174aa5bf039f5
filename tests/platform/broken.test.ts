/** A data folder that is broken, closed or full: one sentence, nothing damaged, and everything there when it is mended. */
import { createHash } from 'node:crypto'
import {
  chmodSync,
  chownSync,
  cpSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { ended, killChildren, launch, launched, refusal } from './child'
import { answer, connect, connectTo, failureOf, newBuild, newFolder, removeFolders, start } from './start'

afterEach(killChildren)
afterAll(removeFolders)

const collections = { things: { indexes: [{ name: 'byN', keys: [['n', 1]] }] } }
const DOCUMENTS = 300

let dist: string
let original: string

beforeAll(async () => {
  original = newFolder()
  dist = await newBuild({ collections })
  const cloud = await start({}, { dataDir: original, distDir: dist })
  const things = (await connect(cloud)).collection('things')
  const filling = 'x'.repeat(1000)
  for (let n = 0; n < DOCUMENTS; n += 100)
    await Promise.all(Array.from({ length: 100 }, (_one, m) => things.add({ data: { n: n + m, filling } })))
  await cloud.stop()
})

/** A folder that was used and left in order. */
function usedFolder(): string {
  const folder = newFolder()
  cpSync(original, folder, { recursive: true })
  return folder
}

/** The scratch files of SQLite apart, which hold nothing. */
const filesOf = (folder: string): Record<string, string> =>
  Object.fromEntries(
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => statSync(join(folder, name)).isFile() && !/^lock\.db|^logs|-shm$/.test(name))
      .map((name) => [
        name,
        createHash('sha256')
          .update(readFileSync(join(folder, name)))
          .digest('hex'),
      ]),
  )

test.each<[string, (dataDir: string) => void, RegExp]>([
  [
    'cut in half',
    (data) => truncateSync(join(data, 'cloud.db'), statSync(join(data, 'cloud.db')).size / 2),
    /^The data folder .* cannot be used: its database is damaged; put a copy of the folder back or choose another --data\.$/,
  ],
  [
    'cut to a few bytes',
    (data) => truncateSync(join(data, 'cloud.db'), 60),
    /^The data folder .* cannot be used: its database is damaged; .*\.$/,
  ],
  [
    'cut to nothing',
    (data) => truncateSync(join(data, 'cloud.db'), 0),
    /^The data folder .* cannot be used: its database is gone; .*\.$/,
  ],
  [
    'taken away',
    (data) => rmSync(join(data, 'cloud.db')),
    /^The data folder .* cannot be used: its database is gone; .*\.$/,
  ],
  [
    'beside a secret that was cut to nothing',
    (data) => truncateSync(join(data, 'operator'), 0),
    /^.*operator is damaged: delete it, and a new secret is made\.$/,
  ],
  [
    'beside keys that were cut short',
    (data) => writeFileSync(join(data, 'env.json'), '{"KEY": "half'),
    /^.*env\.json must hold one JSON object of names and values\.$/,
  ],
])('a database %s is refused in one sentence, and left as it is', async (_name, damage, sentence) => {
  const dataDir = usedFolder()
  damage(dataDir)
  const before = filesOf(dataDir)
  const { code, said } = await refusal(launch(dist, dataDir))
  expect(code).toBe(1)
  expect(said).toMatch(sentence)
  expect(filesOf(dataDir)).toEqual(before)
})

test('a log cut in the middle of a write loses that write only, and never the start', async () => {
  const dataDir = newFolder()
  const child = launch(dist, dataDir)
  const things = (await connectTo(await launched(child))).collection('things')
  for (let n = 0; n < 20; n++) await things.add({ data: { _id: `t${n}`, n } })
  await ended(child, 'SIGKILL')
  const log = join(dataDir, 'cloud.db-wal')
  truncateSync(log, statSync(log).size - 100)
  const again = (await connectTo(await launched(launch(dist, dataDir)))).collection('things')
  const { data } = await answer(again.limit(100).get())
  expect(data.length).toBeGreaterThanOrEqual(18)
  await again.add({ data: { _id: 'after' } })
})

/** An administrator may write anywhere; whoever runs the test as one steps down for it. */
const somebody = process.getuid?.() === 0 ? 65_534 : undefined

test('a folder that may only be read is refused in one sentence, and is whole when it may be written again', async () => {
  const dataDir = usedFolder()
  const all = [dataDir, ...readdirSync(dataDir, { recursive: true, encoding: 'utf8' }).map((one) => join(dataDir, one))]
  const shut = (isShut: boolean) => {
    for (const one of all)
      chmodSync(one, statSync(one).isDirectory() ? (isShut ? 0o555 : 0o755) : isShut ? 0o444 : 0o644)
  }
  if (somebody !== undefined) for (const one of all) chownSync(one, somebody, somebody)
  for (const one of [dist, ...readdirSync(dist).map((name) => join(dist, name))]) chmodSync(one, 0o755)
  const before = filesOf(dataDir)
  shut(true)
  const { code, said } = await refusal(launch(dist, dataDir, { ...(somebody !== undefined && { uid: somebody }) }))
  shut(false)
  expect([code, said]).toEqual([
    1,
    `The data folder ${dataDir} cannot be used: it cannot be written; give yourself the right or choose another --data.`,
  ])
  expect(filesOf(dataDir)).toEqual(before)
  const cloud = await start({}, { dataDir, distDir: dist })
  const things = (await connect(cloud)).collection('things')
  expect(await answer(things.count())).toMatchObject({ total: DOCUMENTS })
  await cloud.stop()
})

describe('a disk that is full', () => {
  /** A process whose files cannot grow further stands in for a disk that takes no more. */
  const within = (blocks: number) => ({ under: ['sh', '-c', `ulimit -f ${blocks}; exec "$@"`, 'sh'] })

  test('refuses each write in one sentence, still reads, stops in order, and has every acknowledged write', async () => {
    const dataDir = newFolder()
    const child = launch(dist, dataDir, within(4000))
    const things = (await connectTo(await launched(child))).collection('things')
    const filling = 'x'.repeat(40_000)
    const kept: string[] = []
    const add = (n: number) => answer(things.add({ data: { _id: `t${n}`, n, filling } }))
    for (let n = 0; n < 400; n++) {
      const isKept = await add(n).then(
        () => true,
        () => false,
      )
      if (!isKept) break
      kept.push(`t${n}`)
    }
    expect(await failureOf(add(1000))).toEqual({
      errCode: -502001,
      errMsg: expect.stringContaining('nothing was written: the disk of the data folder takes no more'),
    })
    expect(await answer(things.where({ n: 0 }).count())).toMatchObject({ total: 1 })
    expect(await ended(child, 'SIGTERM')).toBe(0)
    const again = (await connectTo(await launched(launch(dist, dataDir)))).collection('things')
    const { data } = await answer(again.field({ _id: true }).limit(1000).get())
    expect(data.map(({ _id }) => _id).sort()).toEqual(kept.sort())
  })

  test('refuses to start a new folder on it in one sentence', async () => {
    const dataDir = newFolder()
    const { code, said } = await refusal(launch(dist, dataDir, within(8)))
    expect(code).toBe(1)
    expect(said).toBe(
      `The data folder ${dataDir} cannot be used: its disk takes no more; make room or choose another --data.`,
    )
  })
})
