/** Deployment as steps, in an order in which nothing is open before it is closed; each may be repeated and takes nothing away. */
import { type KeyRing, readKeyRing } from '../keys'
import { CannotGoOn } from '../say'
import { bare, bringCollection, bringFunction, bringRule, bringTimers, checkFunction, type ToSend } from './bringing'
import type { Cloud, Rule, StandingFunction } from './cloud'
import type { Plan } from './plan'
import { mergedRing } from './ring'
import { RING, type Secrets } from './secrets'

/** What it did, in a word or two; `stands` when nothing had to be done. */
export type Step = { readonly name: string; readonly run: () => Promise<string> }

type Settled = { readonly functions: readonly ToSend[]; readonly standing: ReadonlyMap<string, StandingFunction> }
export type Deployment = { readonly plan: Plan; readonly cloud: Cloud; readonly secrets: Secrets }

async function standingFunctions(cloud: Cloud): Promise<ReadonlyMap<string, StandingFunction>> {
  const names = await cloud.functions()
  const rows: [string, StandingFunction][] = []
  for (const name of names) rows.push([name, await cloud.standing(name)])
  return new Map(rows)
}

/** A ring that cannot be read is no reason to put another one over it. */
const ringsOf = (standing: ReadonlyMap<string, StandingFunction>): ReadonlyMap<string, KeyRing> =>
  new Map(
    [...standing].flatMap(([name, { env }]): [string, KeyRing][] => {
      if (!env[RING]) return []
      try {
        return [[name, readKeyRing(env[RING])]]
      } catch {
        throw new CannotGoOn(
          `The function ${name} holds a ${RING} nobody can read. Put its copy back in the console first.`,
        )
      }
    }),
  )

/** The values each function is to hold; asked for first, since a ring that lacks a key in use stops everything. */
async function settle({ plan, cloud, secrets }: Deployment): Promise<Settled> {
  const standing = await standingFunctions(cloud)
  const ring = secrets.ring && { [RING]: JSON.stringify(mergedRing(secrets.ring, ringsOf(standing))) }
  const values: Readonly<Record<string, string>> = { ...secrets.env, ...ring }
  const functions = plan.functions.map((row) => {
    const mine = Object.fromEntries(row.env.map((name) => [name, values[name] ?? '']))
    /** What somebody set in the console stays. */
    return { ...row, env: { ...standing.get(row.name)?.env, ...mine } }
  })
  return { functions, standing }
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
