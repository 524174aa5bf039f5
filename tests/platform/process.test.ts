/** The command: what it says, when it refuses, and what is left when it is killed. */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join, resolve } from 'node:path'
import { createInterface } from 'node:readline'
import { answer, connectTo, newBuild, newFolder, removeFolders } from './start'

jest.setTimeout(120_000)

const running: ChildProcess[] = []
afterEach(() => {
  for (const child of running.splice(0)) child.kill('SIGKILL')
})
afterAll(removeFolders)

const ROOT = resolve(__dirname, '../..')
const launch = (dist: string, data: string, ...more: string[]) => {
  const child = spawn(
    process.execPath,
    ['--import', 'tsx', 'platform/cloud/bin.ts', '--dist', dist, '--data', data, ...more],
    { cwd: ROOT },
  )
  running.push(child)
  return child
}

async function launched(child: ReturnType<typeof launch>): Promise<string> {
  for await (const line of createInterface({ input: child.stdout })) {
    const url = /^cloud listening on (http:\/\/127\.0\.0\.1:\d+)$/.exec(line)?.[1]
    if (url) return url
  }
  throw new Error('it never listened')
}

async function refusal(child: ReturnType<typeof launch>): Promise<{ code: unknown; said: string }> {
  const chunks: string[] = []
  child.stderr.setEncoding('utf8').on('data', (chunk) => chunks.push(chunk))
  const [code] = await once(child, 'close')
  return { code, said: chunks.join('').trim() }
}

test('killed in the middle of writing, it has every acknowledged write when it starts again', async () => {
  const dist = await newBuild({ collections: { things: {} } })
  const data = newFolder()
  const child = launch(dist, data)
  const db = await connectTo(await launched(child))
  const acknowledged: number[] = []
  const writes = Array.from({ length: 300 }, async (_one, n) => {
    await db.collection('things').add({ data: { _id: `t${n}`, n } })
    acknowledged.push(n)
    if (acknowledged.length === 100) child.kill('SIGKILL')
  })
  await Promise.allSettled(writes)
  const again = await connectTo(await launched(launch(dist, data)))
  const { data: rows } = await answer(again.collection('things').limit(1000).get())
  const stored = new Set(rows.map((row) => row.n))
  expect(acknowledged.length).toBeGreaterThanOrEqual(100)
  expect(acknowledged.filter((n) => !stored.has(n))).toEqual([])
})

test('a second process on one data folder is refused in one sentence', async () => {
  const dist = await newBuild({})
  const data = newFolder()
  await launched(launch(dist, data))
  const { code, said } = await refusal(launch(dist, data))
  expect(code).toBe(1)
  expect(said).toBe(
    `The data folder ${data} cannot be used: another cloud is running on it; stop that one or choose another --data.`,
  )
})

test('a busy port is named', async () => {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  const port = typeof address === 'object' && address ? address.port : 0
  const { code, said } = await refusal(launch(await newBuild({}), newFolder(), '--port', String(port)))
  server.close()
  expect([code, said]).toEqual([1, `Port ${port} is busy: stop what uses it or choose another --port.`])
})

test.each([
  [
    'functions that were never built',
    async () => [newFolder(), newFolder()],
    /There is no .*manifest\.json: build the functions first\.$/,
  ],
  [
    'a data folder that is a file',
    async () => {
      const file = join(newFolder(), 'file')
      writeFileSync(file, '')
      return [await newBuild({}), file]
    },
    /^The data folder .* cannot be used: .*\.$/,
  ],
  [
    'a database that is something else',
    async () => {
      const data = newFolder()
      mkdirSync(data, { recursive: true })
      writeFileSync(join(data, 'cloud.db'), 'x'.repeat(5000))
      return [await newBuild({}), data]
    },
    /^The data folder .* cannot be used: file is not a database\.$/,
  ],
  [
    'a key the functions need',
    async () => [await newBuild({ functions: { probe: { env: ['NUANHU_TEST_KEY'] } } }), newFolder()],
    /^The function probe needs NUANHU_TEST_KEY: set it in the environment or in env\.json of the data folder\.$/,
  ],
])('%s is said in one sentence', async (_name, prepare, sentence) => {
  const [dist = '', data = ''] = await prepare()
  const { code, said } = await refusal(launch(dist, data))
  expect(code).toBe(1)
  expect(said).toMatch(sentence)
})
