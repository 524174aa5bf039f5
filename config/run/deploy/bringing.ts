/** One thing of the cloud at a time brought to what it should be: looked at first, changed where it differs, nothing dropped. */
import { isDeepStrictEqual } from 'node:util'
import type { CollectionIndex } from '../../../platform/cloud/manifest'
import { CannotGoOn } from '../say'
import type { Cloud, FunctionToSend, Rule, StandingFunction } from './cloud'
import { type PlannedFunction, RUNTIME } from './plan'

export type ToSend = Omit<PlannedFunction, 'env'> & FunctionToSend

const STANDS = 'stands'
const done = (words: readonly string[]): string => (words.length > 0 ? words.join(', ') : STANDS)

const isSameIndex = (one: CollectionIndex, other: CollectionIndex): boolean =>
  one.unique === other.unique && isDeepStrictEqual(one.keys, other.keys)

export async function bringCollection(
  cloud: Cloud,
  name: string,
  isThere: boolean,
  wanted: readonly CollectionIndex[],
): Promise<string> {
  const did: string[] = []
  if (!isThere) {
    await cloud.createCollection(name)
    did.push('created')
  }
  const standing = await cloud.indexes(name)
  for (const index of wanted) {
    const same = standing.find((one) => one.name === index.name)
    if (same && !isSameIndex(same, index))
      throw new CannotGoOn(
        `its index ${index.name} stands with other keys. Give the new one another name, or drop it in the console.`,
      )
    if (same) continue
    await cloud.createIndex(name, index)
    did.push(`index ${index.name}`)
  }
  return done(did)
}

/** What was set is asked for again: a rule that did not take is worse than one nobody set. */
export async function bringRule(
  read: () => Promise<Rule | undefined>,
  set: () => Promise<void>,
  wanted: Rule,
): Promise<string> {
  const isSet = async (): Promise<boolean> =>
    isDeepStrictEqual({ rule: undefined, ...(await read()) }, { rule: undefined, ...wanted })
  if (await isSet()) return STANDS
  await set()
  if (await isSet()) return 'set, and read back'
  throw new CannotGoOn('the rule was set, and what is read back is another one. Look at it in the console at once.')
}

/** A level other than CUSTOM has no rule, whatever is left of an old one. */
export const bare = (rule: Rule | undefined): Rule | undefined =>
  rule && (rule.level === 'CUSTOM' ? rule : { level: rule.level })

export async function bringFunction(
  cloud: Cloud,
  wanted: ToSend,
  standing: StandingFunction | undefined,
): Promise<string> {
  if (!standing) {
    await cloud.createFunction(wanted)
    return 'created'
  }
  if (standing.runtime !== RUNTIME)
    throw new CannotGoOn(
      `it stands on ${standing.runtime}, which cannot be changed. Remove it in the console and run this again.`,
    )
  const did: string[] = []
  if (standing.mark !== wanted.mark) {
    await cloud.updateCode(wanted)
    did.push('code')
  }
  const { memoryMb, timeoutSeconds, env, mark } = wanted
  const settings = { memoryMb, timeoutSeconds, env, mark }
  const { runtime: _, timers: __, ...held } = standing
  if (!isDeepStrictEqual(settings, held)) {
    await cloud.updateSettings(wanted)
    did.push('settings')
  }
  return done(did)
}

export async function bringTimers(cloud: Cloud, { name, triggers }: ToSend): Promise<string> {
  const { timers } = await cloud.standing(name)
  const did: string[] = []
  for (const trigger of triggers) {
    const same = timers.find((timer) => timer.name === trigger.name)
    if (same?.config === trigger.config) continue
    if (same) await cloud.replaceTimer(name, trigger)
    else await cloud.createTimer(name, trigger)
    did.push(`${trigger.name} ${same ? 'changed' : 'created'}`)
  }
  return done(did)
}

/** Names only: the values stay where they are. */
export async function checkFunction(cloud: Cloud, wanted: ToSend): Promise<string> {
  const { runtime, memoryMb, timeoutSeconds, env, timers } = await cloud.standing(wanted.name)
  const lacks = Object.keys(wanted.env).filter((name) => env[name] !== wanted.env[name])
  if (lacks.length > 0) throw new CannotGoOn(`it does not hold what was sent for ${lacks.join(', ')}`)
  const lackedTimers = wanted.triggers.filter(
    ({ name, config }) => !timers.some((timer) => timer.name === name && timer.config === config),
  )
  if (lackedTimers.length > 0)
    throw new CannotGoOn(`it lacks the timer ${lackedTimers.map(({ name }) => name).join(', ')}`)
  if (memoryMb !== wanted.memoryMb || timeoutSeconds !== wanted.timeoutSeconds)
    throw new CannotGoOn(`it stands with ${memoryMb} MB and ${timeoutSeconds} s`)
  return [runtime, `${memoryMb} MB`, `${timeoutSeconds} s`, ...Object.keys(env).sort()].join(' ')
}
