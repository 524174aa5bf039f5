/** Two commands that build the same thing at once take turns, and a killed one gives its turn up. */
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { inTurn } from '../../config/run/turn'
import { runNode } from './command'

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'nuanhu-turn-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe('a turn', () => {
  it('is waited for, and given back even when the work failed', async () => {
    const file = join(folder, 'one')
    const seen: string[] = []
    const work = (name: string) => async () => {
      seen.push(`${name} begins`)
      await new Promise((resolve) => setImmediate(resolve))
      seen.push(`${name} ends`)
      throw new Error(name)
    }
    const turns = ['first', 'second'].map((name) => inTurn(file, work(name), (pid) => seen.push(`wait for ${pid}`)))
    expect((await Promise.allSettled(turns)).map(({ status }) => status)).toEqual(['rejected', 'rejected'])
    expect(seen).toEqual(['first begins', `wait for ${process.pid}`, 'first ends', 'second begins', 'second ends'])
    expect(existsSync(file)).toBe(false)
  })

  it('is taken over from a process that is gone', async () => {
    const file = join(folder, 'two')
    const gone = await runNode(['-p', 'process.pid']).ended()
    writeFileSync(file, gone.said.trim())
    expect(
      await inTurn(
        file,
        async () => 'done',
        () => {},
      ),
    ).toBe('done')
  })
})
