/** `npm run soak`: every property again with new seeds and many times the runs; the suite has the short form of each. */
import { parseArgs } from 'node:util'
import { buildFunctions } from '../functions'
import { runJest } from './jest'
import { root } from './options'
import { command } from './say'

const { values } = parseArgs({ options: { times: { type: 'string', default: '50' } } })

/** The files that hold properties, and nothing that only waits. */
const properties = [
  'tests/kernel',
  'tests/moves.test.ts',
  'tests/platform/agreement',
  'tests/platform/malformed',
  'tests/abuse.test.ts',
]

command(async () => {
  await buildFunctions({ root, onProgress: (line) => console.log(line) })
  process.env.SOAK_TIMES = values.times
  const { passed, failed } = await runJest(['--testTimeout=3600000', ...properties])
  console.log(`${passed} passed, ${failed} failed`)
  process.exitCode = failed === 0 ? 0 : 1
})
