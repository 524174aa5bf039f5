/** The command: what it says, and when it refuses. */
import { once } from 'node:events'
import { mkdirSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { killChildren, launch, launched, refusal } from './child'
import { newBuild, newFolder, removeFolders } from './start'

afterEach(killChildren)
afterAll(removeFolders)

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
  const { code, said } = await refusal(launch(await newBuild({}), newFolder(), { more: ['--port', String(port)] }))
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
    /^The data folder .* cannot be used: its database is damaged; put a copy .*\.$/,
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
