/** `npm run check`: what can be said without building: types, lint and the house plan. */
import { type Check, checkLint, checkTypes, show } from './checks'
import { command } from './say'
import { runTool } from './spawn'

async function checkPlan(): Promise<Check> {
  const { code, said } = await runTool('jest', 'bin/jest.js', ['tests/architecture.test.ts'])
  return { name: 'architecture', isPassed: code === 0, said }
}

async function check(): Promise<void> {
  const checks = await Promise.all([checkTypes(), checkLint(), checkPlan()])
  checks.forEach(show)
  if (!checks.every(({ isPassed }) => isPassed)) process.exitCode = 1
}

command(check)
