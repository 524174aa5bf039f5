/** Who may do what in every state, as a table a person reviews; and that no way through it leaves the table. */
import fc from 'fast-check'
import type { Move, Stamp } from '../cloudfunctions/_lib/cases'
import type { DocOf } from '../cloudfunctions/_lib/cloud'
import { AppError } from '../domain/kernel/errors'
import {
  type ActionOf,
  actionNames,
  actionsFor,
  canRead,
  type Machine,
  next,
  stateNames,
  stateRow,
} from '../domain/kernel/machine'
import type { Actor } from '../domain/kernel/roles'
import { siteMachine } from '../domain/site'
import { invitationMachine } from '../domain/staff'
import { workerMachine } from '../domain/worker'
import type { Cloud } from '../platform/cloud'
import { everyone, here, OWNER } from './builders/actors'
import { aKeyRing } from './builders/keys'
import { connect, removeFolders, start } from './platform/start'

fc.configureGlobal({ seed: 20210206 })

const machines: Readonly<Record<string, Machine>> = {
  worker: workerMachine,
  site: siteMachine,
  invitation: invitationMachine,
}

/** One line for each state and person who may read it: what they may do, and where it leads. */
const tableOf = (machine: Machine): string => {
  const starts = Object.entries(machine.starts).map(([start, { to, by }]) => `${start} → ${to}: ${by.join(', ')}`)
  const states = stateNames(machine).flatMap((state) => {
    const subject = { state, ownerId: OWNER, ...here }
    const readers = everyone.filter(([, actor]) => canRead(machine, subject, actor))
    const lines = readers.map(([who, actor]) => {
      const ways = actionsFor(machine, subject, actor).map(
        (action) => `${action} → ${next(machine, subject, action, actor)}`,
      )
      return `  ${who.padEnd(24)}${ways.join(', ') || 'reads'}`
    })
    return ['', `${state} ${stateRow(machine, state).label}`, ...lines]
  })
  return [...starts, ...states].join('\n')
}

describe.each(Object.entries(machines))('the table of a %s', (_name, machine) => {
  test('lets each person do, in each state, what a reviewer has read here and nothing else', () => {
    expect(tableOf(machine)).toMatchSnapshot()
  })

  test('denies in one order: not there, not yours, not now', () => {
    for (const state of stateNames(machine))
      for (const [, actor] of everyone)
        for (const action of actionNames(machine)) {
          const subject = { state, ownerId: OWNER, ...here }
          const outcome = outcomeOf(() => next(machine, subject, action, actor))
          if (!canRead(machine, subject, actor)) expect([state, action, outcome]).toEqual([state, action, 'NOT_FOUND'])
          expect(actionsFor(machine, subject, actor).includes(action)).toBe(
            !['NOT_FOUND', 'FORBIDDEN', 'ACTION_NOT_ALLOWED'].includes(outcome),
          )
        }
  })
})

const outcomeOf = (act: () => string): string => {
  try {
    return act()
  } catch (error) {
    if (error instanceof AppError) return error.code
    throw error
  }
}

describe('any sequence of moves by anybody', () => {
  let cloud: Cloud
  let walks: Record<string, Walk>
  beforeAll(async () => {
    cloud = await start({ collections: { workers: {}, sites: {}, invitations: {} } })
    process.env.NUANHU_KEYS = aKeyRing()
    await connect(cloud)
    walks = await newWalks()
  })
  afterAll(async () => {
    await cloud.stop()
    removeFolders()
  })

  test.each(Object.keys(machines))(
    'stays in the table of a %s, writes one row for each move, and changes nothing when sent again',
    async (name) => {
      await fc.assert(
        fc.asyncProperty(fc.uuid(), fc.array(aStep, { minLength: 5, maxLength: 25 }), async (id, steps) => {
          const walk = walks[name]
          if (walk) await followed(walk, id, steps)
        }),
        { numRuns: 12 },
      )
    },
    60_000,
  )

  test('of many moves sent at once with the same version one is made, and the others are told', async () => {
    const walk = walks.site
    if (!walk) throw new Error('no walk')
    await walk.begin('contended', stampOf(OWNER, 'begin-it'))
    const officer = everyone.find(([who]) => who === 'streetOfficer')?.[1]
    if (!officer) throw new Error('no officer')
    const sent = Array.from({ length: 40 }, (_, index) =>
      walk
        .move('contended', 'update', 0, { ...stampOf('', `update-${index}`), actor: officer })
        .then(() => 'moved')
        .catch((error: unknown) => (error instanceof AppError ? error.code : String(error))),
    )
    const answers = await Promise.all(sent)
    expect(answers.filter((answer) => answer === 'moved')).toHaveLength(1)
    expect(answers.filter((answer) => answer === 'CONFLICT')).toHaveLength(39)
    expect(await walk.stored('contended')).toMatchObject({ version: 1, events: { length: 2 } })
  })
})

type Stored = Pick<DocOf<'workers'>, 'state' | 'version' | 'events'>
type Walk = {
  readonly machine: Machine
  readonly subject: { readonly ownerId: string }
  begin(id: string, stamp: Stamp): Promise<unknown>
  move(id: string, action: string, version: number | undefined, stamp: Stamp): Promise<Stored>
  stored(id: string): Promise<Stored>
  isIntact(id: string, events: Stored['events']): boolean
}

type Step = {
  readonly action: number
  readonly by: number
  readonly sees: 'now' | 'stale' | 'nothing'
  readonly again?: number | undefined
}
const aStep = fc.record<Step>({
  action: fc.nat(30),
  by: fc.nat(everyone.length - 1),
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
    const given = (step.again === undefined ? undefined : sent[step.again]) ?? sentBy(walk.machine, step, index, before)
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

const sentBy = (machine: Machine, step: Step, index: number, { version }: Stored): Sent => {
  const actions = actionNames(machine)
  const actor: Actor = everyone[step.by]?.[1] ?? { personId: '', grants: [] }
  return {
    action: actions[step.action % actions.length] ?? '',
    version: { now: version, stale: version - 1, nothing: undefined }[step.sees],
    stamp: { actor, now: new Date(Date.UTC(2021, 1, 7, 2, index)), requestId: `step-${index}` },
  }
}

const wantedOf = ({ machine, subject }: Walk, before: Stored, given: Sent, made: ReadonlySet<string>) => {
  if (made.has(keyOfSent(given))) return { outcome: before.state, isMove: false }
  const standing = { state: before.state, ...here, ...subject }
  const outcome = outcomeOf(() => next(machine, standing, given.action, given.stamp.actor))
  if (!stateNames(machine).includes(outcome)) return { outcome, isMove: false }
  const isStale = given.version !== undefined && given.version !== before.version
  return isStale ? { outcome: 'CONFLICT', isMove: false } : { outcome, isMove: true }
}

const reason = { reason: '照片看不清' }
const person = {
  name: '王秀兰',
  phone: { source: 'typed', phone: '13900001111' },
  document: { kind: 'passport', number: 'E12345678' },
  homeProvince: '34',
}
const forms: Readonly<Record<string, object>> = {
  reject: reason,
  refuse: reason,
  supersede: reason,
  revoke: reason,
  reissue: reason,
  correct: person,
}

/** The real cases, over the real SDK in this process. */
async function newWalks(): Promise<Record<string, Walk>> {
  const { begin, move } = await import('../cloudfunctions/_lib/cases')
  const { get } = await import('../cloudfunctions/_lib/cloud')
  const { isIntact } = await import('../cloudfunctions/_lib/history')
  const walkOf = <N extends 'workers' | 'sites' | 'invitations', M extends Machine>(
    name: N,
    machine: M,
    beginAs: Walk['begin'],
  ): Walk => ({
    machine,
    subject: { ownerId: OWNER },
    isIntact,
    begin: beginAs,
    move: async (id, action, version, stamp) => {
      const known = actionNames(machine).find((one): one is ActionOf<M> => one === action)
      if (!known) throw new Error(`no action ${action}`)
      const asked: Move<N, M> = { id, action: known, version, form: forms[action] ?? {} }
      return (await move(name, machine, asked, stamp)).doc
    },
    stored: async (id) => {
      const doc = await get(name, id)
      if (!doc) throw new Error(`no ${name} ${id}`)
      return doc
    },
  })
  return {
    worker: walkOf('workers', workerMachine, (id, stamp) =>
      begin('workers', workerMachine, 'register', aRegistration(id), stamp),
    ),
    site: walkOf('sites', siteMachine, (id, stamp) => begin('sites', siteMachine, 'create', aSite(id), stamp)),
    invitation: walkOf('invitations', invitationMachine, (id, stamp) =>
      begin('invitations', invitationMachine, 'invite', anInvitation(id), stamp),
    ),
  }
}

const at = '2021-02-07T02:00:00.000Z'

const aRegistration = (_id: string) => ({
  _id,
  ...here,
  ownerId: OWNER,
  name: '王秀兰',
  phone: '13900001111',
  phoneSource: 'typed' as const,
  document: { kind: 'passport' as const, number: 'E12345678' },
  nameKey: 'n',
  tailKey: 't',
  phoneKey: 'p',
  documentKey: 'd',
  homeProvince: '34' as const,
  stay: { residence: 'factory', trade: 'construction', exposure: 'no', stay: 'staying', companion: 'alone' } as const,
  isMinor: false,
  isLate: false,
  createdAt: at,
  registeredBy: OWNER,
  listKey: `${at}~${_id}`,
  eraseOn: '2021-09-27',
})

const aSite = (_id: string) => ({
  _id,
  ...here,
  ownerId: OWNER,
  name: '三号楼工地',
  address: '长寿路 999 弄',
  residence: 'factory' as const,
  keeperName: '门卫',
  keeperPhone: '021-00000001',
  streetName: '曹家渡街道',
  code: _id,
  codeVersion: 0,
  listKey: `${at}~${_id}`,
  createdAt: at,
})

const anInvitation = (_id: string) => ({
  _id,
  ...here,
  ownerId: OWNER,
  role: 'siteOfficer' as const,
  scope: { level: 'site', id: here.siteId } as const,
  scopeName: '三号楼工地',
  validUntil: '2021-02-08T02:00:00.000Z',
  createdAt: at,
})
