/** One command brings the city up, ready to be opened; what stands in its way is said in one sentence. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium } from 'playwright-core'
import { chromiumFlags, findChromium } from '../../config/run/chromium'
import { personas } from '../../config/run/personas'
import { type Running, runNode, runScript } from './command'

let dataDir: string
beforeAll(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'nuanhu-start-'))
})
afterAll(() => rmSync(dataDir, { recursive: true, force: true }))

const start = (...args: string[]) => runScript('start.ts', args)

describe('npm start, the first time', () => {
  let running: Running
  let address = ''
  beforeAll(async () => {
    running = start('--port', '0', '--data', dataDir)
    address = (await running.says(/(http:\/\/localhost:\d+\/)\n/))[1] ?? ''
    await running.says(/Ctrl-C stops it/)
  }, 300_000)
  afterAll(() => running.stop())

  it('loads the demo city and prints where each persona is found', async () => {
    await running.says(/demo city: workers register/)
    for (const { slug, label } of personas) await running.says(new RegExp(`//${slug}\\.localhost:.*${label}`))
  })

  it('opens on two phones and a wall of posters; a poster scanned shows its place on the left phone', async () => {
    const browser = await chromium.launch({ executablePath: findChromium(), args: chromiumFlags })
    try {
      const page = await browser.newPage({ viewport: { width: 1440, height: 900 } })
      await page.goto(address)
      const posters = page.locator('#wall img')
      await posters.nth(3).waitFor()
      const first = page.locator('#wall li').first()
      await first.locator('img').evaluate((image) => (image instanceof HTMLImageElement ? image.decode() : undefined))
      const name = (await first.locator('strong').textContent()) ?? ''
      await first.getByRole('button').click()
      await page.frameLocator('#left iframe').getByText(name).first().waitFor()
      await page.frameLocator('#right iframe').getByText('名册').first().waitFor()
    } finally {
      await browser.close()
    }
  })

  it('stops on Ctrl-C', async () => {
    expect(await running.stop()).toBe(0)
  })
})

describe('npm start, again', () => {
  it('keeps the city, and builds and loads nothing', async () => {
    const running = start('--port', '0', '--data', dataDir)
    await running.says(/Ctrl-C stops it/)
    expect(await running.stop()).toBe(0)
    const { said } = await running.ended()
    expect(said).not.toMatch(/building|demo city:/)
  })
})

describe('npm start, when something stands in its way', () => {
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

  it('says in one sentence that the data folder is a file', async () => {
    const file = join(dataDir, 'a-file')
    writeFileSync(file, '')
    const { code, said } = await start('--port', '0', '--data', file).ended()
    expect([code, said]).toEqual([1, `${file} is a file: --data wants a folder.\n`])
  })

  it('says in one sentence that what lies in the data folder is no database', async () => {
    const broken = join(dataDir, 'broken')
    const running = runScript('cloud.ts', ['--port', '0', '--data', broken])
    await running.says(/listening on/)
    await running.stop()
    writeFileSync(join(broken, 'cloud.db'), 'this is no database, whatever its name says. '.repeat(200))
    const { code, said } = await start('--port', '0', '--data', broken).ended()
    expect([code, said]).toEqual([1, expect.stringMatching(/^The data folder \S+ cannot be used: [^\n]+\.\n$/)])
  })

  it('says in one sentence what it does not understand', async () => {
    const { code, said } = await start('--port', 'eighty', '--data', dataDir).ended()
    expect([code, said]).toEqual([1, '--port eighty is not a port: give a number from 0 to 65535.\n'])
  })

  it('says in one sentence that Node is too old', async () => {
    const pretend = "Object.defineProperty(process.versions, 'node', { value: '18.20.0' })"
    const { code, said } = await runNode(['-e', `${pretend}; require('./config/run/launch.cjs')`]).ended()
    expect([code, said]).toEqual([1, 'This needs Node 20.11 or newer; here is 18.20.0.\n'])
  })
})
