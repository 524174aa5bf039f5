/** `npm test`: types, lint, both builds, and every test with the browser ones; the last line is the count. */
import { ensureChromium } from './browser'
import { buildAll } from './building'
import { type Check, checkLint, checkTypes, show } from './checks'
import { type Counts, runJest } from './jest'
import { command, messageOf } from './say'

const progress = (line: string): void => console.log(`  ${line}`)

async function checkBuild(): Promise<Check> {
  try {
    await buildAll(['weapp', 'h5'], progress)
    return { name: 'build', isPassed: true, said: '' }
  } catch (failure) {
    return { name: 'build', isPassed: false, said: messageOf(failure) }
  }
}

async function test(): Promise<void> {
  await ensureChromium(progress)
  const shown = async (running: Promise<Check>): Promise<Check> => {
    const check = await running
    show(check)
    return check
  }
  const reading = Promise.all([shown(checkTypes()), shown(checkLint())])
  const build = await shown(checkBuild())
  const checks = [...(await reading), build]
  /** The tests stand on what was built. */
  const tests: Counts = build.isPassed ? await runJest(process.argv.slice(2)) : { passed: 0, failed: 0 }
  const passed = tests.passed + checks.filter(({ isPassed }) => isPassed).length
  const failed = tests.failed + checks.filter(({ isPassed }) => !isPassed).length
  console.log(`${passed} passed, ${failed} failed`)
  process.exitCode = failed === 0 ? 0 : 1
}

command(test)
