/** Runs the test suite and counts it: a file that could not be loaded is a failure too. */
import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import * as v from 'valibot'
import { root } from './options'
import { runTool } from './spawn'

const Summary = v.object({
  numPassedTests: v.number(),
  numFailedTests: v.number(),
  numPendingTests: v.number(),
  numTodoTests: v.number(),
  numRuntimeErrorTestSuites: v.number(),
})

export type Counts = { readonly passed: number; readonly failed: number }

export async function runJest(args: readonly string[]): Promise<Counts> {
  const file = join(root, '.cache', `jest.${process.pid}.json`)
  mkdirSync(dirname(file), { recursive: true })
  const { code } = await runTool(
    'jest',
    'bin/jest.js',
    ['--maxWorkers=2', '--json', `--outputFile=${file}`, ...args],
    'errors',
  )
  try {
    const read = v.parse(v.pipe(v.string(), v.parseJson(), Summary), readFileSync(file, 'utf8'))
    /** A test that is switched off did not pass. */
    const left = read.numPendingTests + read.numTodoTests
    const failed = read.numFailedTests + read.numRuntimeErrorTestSuites + (args.length === 0 ? left : 0)
    return { passed: read.numPassedTests, failed: failed === 0 && code !== 0 ? 1 : failed }
  } catch {
    return { passed: 0, failed: 1 }
  } finally {
    rmSync(file, { force: true })
  }
}
