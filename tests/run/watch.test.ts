/** `npm run dev`: what is saved is soon what answers, a mistake is said once, and nothing is left running. */
import { mkdtempSync, renameSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buildFunctions } from '../../config/functions'
import type { Watching } from '../../config/run/settled'
import { reportOf, watchFunctions } from '../../config/run/watch'
import { errorsOf } from '../../config/watched'
import { type Cloud, startCloud } from '../../platform/cloud'
import { runNode } from './command'
import { type SmallProject, smallProject } from './small-project'

let project: SmallProject
let dataDir: string
let cloud: Cloud
let watching: Watching
let listeners: ((line: string) => void)[] = []

/** What is said next. */
const said = (): Promise<string> => new Promise((resolve) => listeners.push(resolve))
const answered = () => cloud.call('echo', { openid: 'oSomebody' })

/** As an editor does that never leaves half a file: the new text takes the old one's name. */
const replace = (file: string, text: string): void => {
  project.write(`${file}.new`, text)
  renameSync(join(project.root, `${file}.new`), join(project.root, file))
}

beforeAll(async () => {
  project = smallProject()
  dataDir = mkdtempSync(join(tmpdir(), 'nuanhu-watch-'))
  await buildFunctions({ root: project.root })
  const distDir = join(project.root, 'dist', 'cloudfunctions')
  cloud = await startCloud({ port: 0, dataDir, distDir, timers: false, quiet: true })
  const say = (line: string): void => {
    const told = listeners
    listeners = []
    for (const listener of told) listener(line)
  }
  watching = watchFunctions(project.root, cloud, say, () => {})
})
afterAll(async () => {
  await watching.stop()
  await cloud.stop()
  project.remove()
  rmSync(dataDir, { recursive: true, force: true })
})

describe('a function that is watched', () => {
  it.each(['元宵好', '端午好', '中秋好'])('answers with what was saved last: %s', async (greeting) => {
    const next = said()
    replace('domain/greeting.ts', `export const greeting = '${greeting}'\n`)
    expect(await next).toBe('functions: running the new code')
    expect(await answered()).toMatchObject({ data: { greeting } })
  })

  it('answers with the old code while the new is broken, and says where it is', async () => {
    const next = said()
    replace('domain/greeting.ts', "export const greeting = '\n")
    expect(await next).toMatch(/^functions: not built, the old code still runs\. .*domain\/greeting\.ts:1:/s)
    expect(await answered()).toMatchObject({ data: { greeting: '中秋好' } })
  })

  it('goes on when the mistake is mended, and says so even when nothing is new', async () => {
    const asBefore = said()
    replace('domain/greeting.ts', "export const greeting = '中秋好'\n")
    expect(await asBefore).toBe('functions: as they were')
    const next = said()
    replace('domain/greeting.ts', "export const greeting = '重阳好'\n")
    expect(await next).toBe('functions: running the new code')
    expect(await answered()).toMatchObject({ data: { greeting: '重阳好' } })
  })

  it('is built again for what lies in a folder that was not there before', async () => {
    const first = said()
    project.write('domain/feast/name.ts', "export const name = '冬至'\n")
    expect(await first).toBe('functions: running the new code')
    const next = said()
    replace('domain/greeting.ts', "import { name } from './feast/name'\nexport const greeting = name\n")
    await next
    const last = said()
    replace('domain/feast/name.ts', "export const name = '腊八'\n")
    await last
    expect(await answered()).toMatchObject({ data: { greeting: '腊八' } })
  })
})

describe('a mistake in a page', () => {
  const message = `Module build failed (from ./node_modules/babel-loader/lib/index.js):
SyntaxError: /home/me/nuanhu/src/pages/home/tiles.tsx: Unexpected token (64:0)

\u001b[0m \u001b[31m>\u001b[39m 64 |
     | ^
    at constructor (/home/me/nuanhu/node_modules/@babel/parser/lib/index.js:367:19)
    at parse (/home/me/nuanhu/node_modules/@babel/parser/lib/index.js:1:1)`

  it('is said with its place and its line, and without the tools it was found by', () => {
    const errors = errorsOf({ errors: [message, message] }, '/home/me/nuanhu')
    expect(reportOf(errors)).toBe(
      'app: not built. SyntaxError: src/pages/home/tiles.tsx: Unexpected token (64:0)\n > 64 |\n     | ^\n(and 1 more)',
    )
  })

  it('is not seen where there is none', () => {
    expect(reportOf(errorsOf({ errors: [] }, '/home/me'))).toBeUndefined()
    expect(errorsOf('another tool’s message', '/home/me')).toEqual([])
  })
})

describe('a build that was started', () => {
  it('ends with whoever started it, however that ended', async () => {
    const builder = `require('tsx/cjs')
      require('./config/watched.ts').endWithStarter()
      setInterval(() => {}, 1000)
      console.log('building')`
    const starter = `const { spawn } = require('node:child_process')
      spawn(process.execPath, ['-e', ${JSON.stringify(builder)}], { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] })`
    const running = runNode(['-e', starter])
    await running.says(/building/)
    /** Only the starter is ended; its output closes when the build, which shares it, is gone too. */
    expect(await running.stop()).toBeNull()
  })
})
