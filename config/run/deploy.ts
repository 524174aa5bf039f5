/** `npm run deploy -- [--dry-run] [--only cloud|mini-program] [--dist DIR]`: says what would go up, or takes it up step by step. */
import { join, resolve } from 'node:path'
import { gateWeapp } from '../gates'
import { buildAll } from './building'
import { assertBuiltFor, uploadStep } from './deploy/going-up'
import { type Plan, readPlan } from './deploy/plan'
import { planText } from './deploy/print'
import { type Part, readSecrets } from './deploy/secrets'
import type { Step } from './deploy/steps'
import { readOptions, root } from './options'
import { CannotGoOn, command, messageOf } from './say'
import { declaringViolations } from './wechat/declaring'

const parts: readonly Part[] = ['cloud', 'mini-program']

function partsOf(only: string | undefined): readonly Part[] {
  if (only === undefined) return parts
  const part = parts.find((one) => one === only)
  if (part === undefined) throw new CannotGoOn(`--only ${only} is no part of it: say ${parts.join(' or ')}.`)
  return [part]
}

function assertMayGoUp({ weapp }: Plan): void {
  const violations = [...gateWeapp(weapp), ...declaringViolations(weapp)]
  if (violations.length > 0) throw new CannotGoOn(`${weapp} may not go out:\n${violations.join('\n')}`)
}

/** The tools of the cloud are not needed to say what would go up. */
async function stepsOf(plan: Plan, wanted: readonly Part[]): Promise<readonly Step[]> {
  const secrets = readSecrets(process.env, wanted, plan.envNames)
  if (wanted.includes('mini-program')) assertBuiltFor(secrets, plan)
  const steps: Step[] = []
  if (wanted.includes('cloud')) {
    const [{ openCloud }, { cloudSteps }] = await Promise.all([import('./deploy/tencent'), import('./deploy/steps')])
    steps.push(...(await cloudSteps({ plan, secrets, cloud: openCloud(secrets.account) })))
  }
  if (wanted.includes('mini-program')) steps.push(uploadStep(plan))
  return steps
}

async function take(steps: readonly Step[]): Promise<void> {
  for (const { name, run } of steps) {
    try {
      console.log(`${name}: ${await run()}`)
    } catch (failure) {
      throw new CannotGoOn(
        `FAILED  ${name}: ${messageOf(failure)}\nNothing after it was done, and what stands above stays. Mend it and run this again.`,
      )
    }
  }
}

command(async () => {
  const options = readOptions({
    'dry-run': { type: 'boolean', default: false },
    only: { type: 'string' },
    dist: { type: 'string' },
  })
  const wanted = partsOf(options.only)
  if (options.dist === undefined) await buildAll(['weapp'], (line) => console.log(`  ${line}`))
  const plan = readPlan(options.dist === undefined ? join(root, 'dist') : resolve(root, options.dist))
  assertMayGoUp(plan)
  if (options['dry-run']) return console.log(planText(plan))
  await take(await stepsOf(plan, wanted))
  console.log('Deployed.')
})
