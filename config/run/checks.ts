/** The checks that read the sources and run nothing: types and lint. */
import { type Outcome, runTool } from './spawn'

export type Check = { readonly name: string; readonly isPassed: boolean; readonly said: string }

const asCheck = (name: string, { code, said }: Outcome): Check => ({ name, isPassed: code === 0, said })

export const checkTypes = async (): Promise<Check> =>
  asCheck('types', await runTool('typescript', 'bin/tsc', ['--noEmit', '-p', '.']))

export const checkLint = async (): Promise<Check> =>
  asCheck('lint', await runTool('@biomejs/biome', 'bin/biome', ['ci', '--colors=off', '--max-diagnostics=50']))

/** Prints the outcome as it comes, and what a failed one said. */
export function show({ name, isPassed, said }: Check): void {
  console.log(`${isPassed ? 'passed' : 'FAILED'}  ${name}`)
  if (!isPassed) console.log(said)
}
