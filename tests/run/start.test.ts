/** One command brings the city up; what stands in its way is said in one sentence. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { personas } from '../../config/run/personas'
import { runNode, runScript } from './command'

let dataDir: string
beforeAll(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'nuanhu-start-'))
})
afterAll(() => rmSync(dataDir, { recursive: true, force: true }))

const start = (...args: string[]) => runScript('start.ts', args)
const oneSentence = /^[^\n]+[.。]\n$/

describe('npm start', () => {
  it('loads the demo city on the first run, prints where to look and stops on Ctrl-C', async () => {
    const running = start('--port', '0', '--data', dataDir)
    const [, address = ''] = await running.says(/(http:\/\/localhost:\d+\/)\n/)
    for (const { slug, label } of personas) await running.says(new RegExp(`//${slug}\\.localhost:.*${label}`))
    await running.says(/Ctrl-C stops it/)
    const desk = await fetch(new URL('desk.json', address.replace('localhost', '127.0.0.1')))
    const { places } = await desk.json()
    expect(places).toHaveLength(4)
    expect(await running.stop()).toBe(0)
  }, 120_000)

  it('keeps the city, and builds and loads nothing the second time', async () => {
    const running = start('--port', '0', '--data', dataDir)
    await running.says(/Ctrl-C stops it/)
    expect(await running.stop()).toBe(0)
    const { said } = await running.ended()
    expect(said).not.toMatch(/building|demo city:/)
  }, 60_000)

  it('says in one sentence that the port is in use', async () => {
    const taken = createServer()
    const port = await new Promise<number>((resolve) => {
      taken.listen(0, '127.0.0.1', () => {
        const address = taken.address()
        resolve(typeof address === 'object' && address !== null ? address.port : 0)
      })
    })
    const { code, said } = await start('--port', String(port), '--data', dataDir).ended()
    taken.close()
    expect([code, said]).toEqual([1, `Port ${port} is in use: stop what uses it, or start with --port N.\n`])
  })

  it('says in one sentence that the data folder is a file, or holds no database it can read', async () => {
    const file = join(dataDir, 'a-file')
    writeFileSync(file, '')
    const { code, said } = await start('--port', '0', '--data', file).ended()
    expect([code, said]).toEqual([1, `${file} is a file: --data wants a folder.\n`])
  })

  it('says in one sentence what it does not understand', async () => {
    const { code, said } = await start('--port', 'eighty').ended()
    expect([code, said]).toEqual([1, '--port eighty is not a port: give a number from 0 to 65535.\n'])
  })

  it('says in one sentence that Node is too old', async () => {
    const pretend = "Object.defineProperty(process.versions, 'node', { value: '18.20.0' })"
    const { code, said } = await runNode(['-e', `${pretend}; require('./config/run/node-version.cjs')`]).ended()
    expect([code, said]).toEqual([1, 'This needs Node 20.11 or newer; here is 18.20.0.\n'])
    expect(said).toMatch(oneSentence)
  })
})
