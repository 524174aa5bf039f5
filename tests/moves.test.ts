/** No sequence of moves by anybody leaves a machine's table, however it is repeated or raced. */
import fc from 'fast-check'
import type { Stamp } from '../cloudfunctions/_lib/cases'
import { AppError } from '../domain/kernel/errors'
import { actionNames, next, stateNames } from '../domain/kernel/machine'
import type { Actor } from '../domain/kernel/roles'
import type { Cloud } from '../platform/cloud'
import { everyone, OWNER } from './builders/actors'
import { machines } from './builders/casts'
import { aKeyRing } from './builders/keys'
import { newWalks, outcomeOf, type Stored, type Walk, type Way, walked } from './builders/walks'
import { connect, removeFolders, start } from './platform/start'
import { patience, runs } from './property'

const ways = ['alone', 'within'] as const satisfies Way[]

describe('any sequence of moves by anybody', () => {
  let cloud: Cloud
  let walks: Record<Way, Record<string, Walk>>
  beforeAll(async () => {
    cloud = await start({ collections: Object.fromEntries(walked.map((name) => [name, {}])) })
    process.env.NUANHU_KEYS = aKeyRing()
    await connect(cloud)
    walks = { alone: await newWalks('alone'), within: await newWalks('within') }
  })
  afterAll(async () => {
    await cloud.stop()
    removeFolders()
  })

  test.each(Object.keys(machines))(
    'stays in the table of a %s, writes one row for each move, and changes nothing when sent again',
    async (name) => {
      await fc.assert(
        fc.asyncProperty(fc.uuid(), aWay, fc.array(aStep, { minLength: 5, maxLength: 25 }), async (id, way, steps) => {
          const walk = walks[way][name]
          if (walk) await followed(walk, `${name}-${id}`, steps)
        }),
        runs(12),
      )
    },
    patience(180_000),
  )

  test.each(ways)(
    'of many moves sent at once (%s) with the same version one is made, and the others are told',
    async (way) => {
      const walk = walks[way].site
      if (!walk) throw new Error('no walk')
      const id = `contended-${way}`
      await walk.begin(id, stampOf(OWNER, 'begin-it'))
      const officer = everyone.find(([who]) => who === 'streetOfficer')?.[1]
      if (!officer) throw new Error('no officer')
      const sent = Array.from({ length: 40 }, (_, index) =>
        walk
          .move(id, 'update', 0, { ...stampOf('', `update-${index}`), actor: officer })
          .then(() => 'moved')
          .catch((error: unknown) => (error instanceof AppError ? error.code : String(error))),
      )
      const answers = await Promise.all(sent)
      expect(answers.filter((answer) => answer === 'moved')).toHaveLength(1)
      expect(answers.filter((answer) => answer === 'CONFLICT')).toHaveLength(39)
      expect(await walk.stored(id)).toMatchObject({ version: 1, events: { length: 2 } })
    },
  )
})

const aWay = fc.constantFrom(...ways)

type Step = {
  readonly action: number
  readonly by: number
  readonly sees: 'now' | 'stale' | 'nothing'
  readonly again?: number | undefined
}
const aStep = fc.record<Step>({
  action: fc.nat(60),
  by: fc.nat(99),
  sees: fc.constantFrom('now', 'now', 'stale', 'nothing'),
  again: fc.option(fc.nat(20), { nil: undefined }),
})

const stampOf = (personId: string, requestId: string): Stamp => ({
  actor: { personId, grants: [] },
  now: new Date('2021-02-07T02:00:00.000Z'),
  requestId,
})

type Sent = { readonly action: string; readonly version: number | undefined; readonly stamp: Stamp }

/** Sends each step, and says beforehand from the table alone what must come of it. */
async function followed(walk: Walk, id: string, steps: readonly Step[]): Promise<void> {
  await walk.begin(id, stampOf(OWNER, 'begin-it'))
  const made = new Set<string>()
  const sent: Sent[] = []
  for (const [index, step] of steps.entries()) {
    const before = await walk.stored(id)
    const given = (step.again === undefined ? undefined : sent[step.again]) ?? sentBy(walk, step, index, before)
    sent.push(given)
    const wanted = wantedOf(walk, before, given, made)
    const got = await walk.move(id, given.action, given.version, given.stamp).then(
      ({ state }) => state,
      (error: unknown) => (error instanceof AppError ? error.code : String(error)),
    )
    const after = await walk.stored(id)
    expect([given.action, got]).toEqual([given.action, wanted.outcome])
    expect(after.version - before.version).toBe(wanted.isMove ? 1 : 0)
    expect(after.state).toBe(wanted.isMove ? wanted.outcome : before.state)
    expect(after.events).toHaveLength(after.version + 1)
    if (wanted.isMove) made.add(keyOfSent(given))
  }
  const { events } = await walk.stored(id)
  expect(walk.isIntact(id, events)).toBe(true)
}

const keyOfSent = ({ stamp }: Sent): string => `${stamp.actor.personId} ${stamp.requestId}`

const sentBy = ({ machine, cast: { people } }: Walk, step: Step, index: number, { version }: Stored): Sent => {
  const actions = actionNames(machine)
  const actor: Actor = people[step.by % people.length]?.[1] ?? { personId: '', grants: [] }
  return {
    action: actions[step.action % actions.length] ?? '',
    version: { now: version, stale: version - 1, nothing: undefined }[step.sees],
    stamp: { actor, now: new Date(Date.UTC(2021, 1, 7, 2, index)), requestId: `step-${index}` },
  }
}

const wantedOf = ({ machine, cast: { subject } }: Walk, before: Stored, given: Sent, made: ReadonlySet<string>) => {
  if (made.has(keyOfSent(given))) return { outcome: before.state, isMove: false }
  const standing = { state: before.state, enteredAt: before.enteredAt, ...subject }
  const { actor, now } = given.stamp
  const outcome = outcomeOf(() => next(machine, standing, given.action, actor, now))
  if (!stateNames(machine).includes(outcome)) return { outcome, isMove: false }
  const isStale = given.version !== undefined && given.version !== before.version
  return isStale ? { outcome: 'CONFLICT', isMove: false } : { outcome, isMove: true }
}
