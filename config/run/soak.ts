/** `npm run soak -- [--times 50] [--seed N]`: every property again with new seeds and many times the runs; the suite has the short form of each. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { buildFunctions } from '../functions'
import { runJest } from './jest'
import { readOptions, root } from './options'
import { CannotGoOn, command } from './say'

const NEVER_BY_TIME = '--testTimeout=36000000'

/** Whoever writes a property need not tell anybody: its file is found by what it reads. */
const filesWithProperties = (): string[] =>
  readdirSync(join(root, 'tests'), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.test.ts'))
    .map((name) => `tests/${name.replaceAll('\\', '/')}`)
    .filter((file) => readFileSync(join(root, file), 'utf8').includes("from 'fast-check'"))

const wholeNumber = (name: string, text: string): string => {
  if (/^\d{1,10}$/.test(text)) return text
  throw new CannotGoOn(`--${name} ${text} is not a whole number.`)
}

command(async () => {
  const { times, seed } = readOptions({ times: { type: 'string', default: '50' }, seed: { type: 'string' } })
  process.env.SOAK_TIMES = wholeNumber('times', times)
  if (seed !== undefined) process.env.SOAK_SEED = wholeNumber('seed', seed)
  await buildFunctions({ root, onProgress: (line) => console.log(line) })
  const { passed, failed } = await runJest([NEVER_BY_TIME, ...filesWithProperties()])
  console.log(`${passed} passed, ${failed} failed`)
  process.exitCode = failed === 0 ? 0 : 1
})
