/** `npm run new` writes a domain that compiles, passes the checks and can be tested at once. */
import { cpSync, existsSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { filesOf } from '../../config/run/new/files'
import { runNode } from './command'

const root = join(__dirname, '..', '..')
const copied = [
  'src',
  'domain',
  'cloudfunctions',
  'config',
  'platform',
  'types',
  'tests',
  'package.json',
  'tsconfig.json',
  'biome.json',
]
const tool = (path: string): string => join(root, 'node_modules', path)

let copy: string
beforeAll(() => {
  copy = mkdtempSync(join(tmpdir(), 'nuanhu-new-'))
  for (const name of copied)
    if (existsSync(join(root, name))) cpSync(join(root, name), join(copy, name), { recursive: true })
  symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'), 'junction')
})
afterAll(() => rmSync(copy, { recursive: true, force: true }))

const run = (...args: string[]) => runNode(args, copy).ended()
const writeNew = (...names: string[]) => run(tool('tsx/dist/cli.mjs'), 'config/run/new.ts', ...names)

describe('npm run new', () => {
  it('writes the machine, the schema, the contract, the function, the page and the test, and says what is left', async () => {
    const { code, said } = await writeNew('errand')
    expect([code, said]).toEqual([0, expect.stringContaining('cloudfunctions/_lib/collections.ts')])
    expect(filesOf('errand').filter(({ path }) => !existsSync(join(copy, path)))).toEqual([])
  })

  it('writes what compiles', async () => {
    const include = ['types', ...filesOf('errand').map(({ path }) => path)]
    writeFileSync(join(copy, 'tsconfig.errand.json'), JSON.stringify({ extends: './tsconfig.json', include }))
    const { said } = await run(tool('typescript/bin/tsc'), '--noEmit', '-p', 'tsconfig.errand.json')
    expect(said.split('\n').filter((line) => line.includes('errand'))).toEqual([])
  })

  it('writes what the linter would have written', async () => {
    const paths = filesOf('errand').map(({ path }) => path)
    expect(await run(tool('@biomejs/biome/bin/biome'), 'check', ...paths)).toMatchObject({ code: 0 })
  })

  it('writes nothing over a domain that is there, and nothing under a name that is none', async () => {
    expect(await writeNew('errand')).toEqual({
      code: 1,
      said: 'domain/errand/machine.ts is already there: nothing was written.\n',
    })
    expect(await writeNew('Two', 'words')).toMatchObject({ code: 1, said: expect.stringContaining('Say one name') })
  })
})
