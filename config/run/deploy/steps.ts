/** Deployment as steps, in an order in which nothing is open before it is closed; each may be repeated and takes nothing away. */
import { isDeepStrictEqual } from 'node:util'
import type { CollectionIndex } from '../../../platform/cloud/manifest'
import { readKeyRing } from '../keys'
import { CannotGoOn } from '../say'
import type { Cloud, FunctionToSend, Rule, StandingFunction } from './cloud'
import { type Plan, type PlannedFunction, RUNTIME } from './plan'
import { mergedRing } from './ring'
import { RING, type Secrets } from './secrets'

/** What it did, in a word or two; `stands` when nothing had to be done. */
export type Step = { readonly name: string; readonly run: () => Promise<string> }

const STANDS = 'stands'
const done = (words: readonly string[]): string => (words.length > 0 ? words.join(', ') : STANDS)

async function standingFunctions(cloud: Cloud): Promise<ReadonlyMap<string, StandingFunction>> {
  const names = await cloud.functions()
  const rows: [string, StandingFunction][] = []
  for (const name of names) rows.push([name, await cloud.standing(name)])
  return new Map(rows)
}

/** The values each function is to hold; asked for first, since a ring that lacks a key in use stops everything. */
async function settle({ plan, cloud, secrets }: Deployment): Promise<Settled> {
  const standing = await standingFunctions(cloud)
  const rings = [...standing].flatMap(([name, { env }]) => (env[RING] ? [[name, readKeyRing(env[RING])] as const] : []))
  const ring = secrets.ring && { [RING]: JSON.stringify(mergedRing(secrets.ring, new Map(rings))) }
  const values: Readonly<Record<string, string>> = { ...secrets.env, ...ring }
  const functions = plan.functions.map((row) => {
    const mine = Object.fromEntries(row.env.map((name) => [name, values[name] ?? '']))
    /** What somebody set in the console stays. */
    return { ...row, env: { ...standing.get(row.name)?.env, ...mine } }
  })
  return { functions, standing }
}

type ToSend = Omit<PlannedFunction, 'env'> & FunctionToSend
type Settled = { readonly functions: readonly ToSend[]; readonly standing: ReadonlyMap<string, StandingFunction> }
export type Deployment = { readonly plan: Plan; readonly cloud: Cloud; readonly secrets: Secrets }

const isSameIndex = (one: CollectionIndex, other: CollectionIndex): boolean =>
  one.unique === other.unique && isDeepStrictEqual(one.keys, other.keys)

async function bringCollection(
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
async function bringRule(
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
const bare = (rule: Rule | undefined): Rule | undefined =>
  rule && (rule.level === 'CUSTOM' ? rule : { level: rule.level })

async function bringFunction(cloud: Cloud, wanted: ToSend, standing: StandingFunction | undefined): Promise<string> {
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

async function bringTimers(cloud: Cloud, { name, triggers }: ToSend): Promise<string> {
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
async function checkFunction(cloud: Cloud, wanted: ToSend): Promise<string> {
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

function strangers(plan: Plan, there: readonly string[], standing: Settled['standing']): string {
  const functions = [...standing.keys()].filter((name) => !plan.functions.some((row) => row.name === name))
  const collections = there.filter((name) => !Object.hasOwn(plan.collections, name))
  const left = [...functions.map((name) => `function ${name}`), ...collections.map((name) => `collection ${name}`)]
  return left.length > 0 ? `left as they are: ${left.join(', ')}` : 'none'
}

/** Read once and asked for first; every later step builds on it. */
export async function cloudSteps(deployment: Deployment): Promise<readonly Step[]> {
  const { plan, cloud } = deployment
  const { functions, standing } = await settle(deployment)
  const there = await cloud.collections()
  const collections = Object.entries(plan.collections)
  const closed: Rule = { level: 'ADMINONLY' }
  return [
    ...collections.map(([name, { indexes }]) => ({
      name: `collection ${name}`,
      run: () => bringCollection(cloud, name, there.includes(name), indexes),
    })),
    ...collections.map(([name]) => ({
      name: `closed to phones: ${name}`,
      run: () =>
        bringRule(
          async () => bare((await cloud.collectionRules([name])).get(name)),
          () => cloud.closeCollection(name),
          closed,
        ),
    })),
    {
      name: 'storage rule',
      run: () =>
        bringRule(cloud.storageRule, () => cloud.setStorageRule(plan.storageRule), {
          level: 'CUSTOM',
          rule: plan.storageRule,
        }),
    },
    {
      name: 'who may call',
      run: () =>
        bringRule(cloud.callRule, () => cloud.setCallRule(plan.callRule), { level: 'CUSTOM', rule: plan.callRule }),
    },
    ...functions.map((row) => ({
      name: `function ${row.name}`,
      run: () => bringFunction(cloud, row, standing.get(row.name)),
    })),
    ...functions
      .filter(({ triggers }) => triggers.length > 0)
      .map((row) => ({ name: `timers of ${row.name}`, run: () => bringTimers(cloud, row) })),
    ...functions.map((row) => ({ name: `read back: ${row.name}`, run: () => checkFunction(cloud, row) })),
    { name: 'not of this build', run: async () => strangers(plan, there, standing) },
  ]
}
