/** A bad line while registering: whatever was lost on the way, sending the same again leaves one registration. */
import type { Fault } from '../../platform/cloud'
import { type Phone, startTown, type Town } from '../builders/town'
import { aDraft } from '../builders/workers'

let town: Town
let officer: Phone
let scene: string
let siteId: string

beforeAll(async () => {
  const started = await startTown()
  town = started.town
  ;({ scene, id: siteId } = started.site)
  officer = await town.appoint(started.admin, 'siteOfficer', { level: 'site', id: siteId }, 'oSiteOfficer')
})
afterEach(() => town.cloud.faults.off())
afterAll(() => town.stop())

const roster = async () => (await officer.worker.roster({ scope: { level: 'site', id: siteId } })).rows

const lines: readonly [string, Fault][] = [
  ['the answer is lost after all is done', { at: 'function', name: 'worker/register', kind: 'answerLost', nth: 1 }],
  ['the function never gets to run', { at: 'function', name: 'worker/register', kind: 'timeout', nth: 1 }],
  ['too many call at once', { at: 'function', name: 'worker/register', kind: 'concurrentLimit', nth: 1 }],
]

test.each(lines)('when %s, the same sent again is registered once', async (_name, fault) => {
  const phone = town.phone(`oLost-${fault.kind}`)
  const draft = await aDraft(phone, scene)
  const before = await roster()
  town.cloud.faults.on(fault)
  await expect(phone.worker.register(draft)).rejects.toThrow()
  const { card } = await phone.worker.register(draft)
  expect((await phone.worker.register(draft)).card.id).toBe(card.id)
  const after = await roster()
  expect(after).toHaveLength(before.length + 1)
  expect(after.filter(({ id }) => id === card.id)).toHaveLength(1)
})

/** Registers with the database failing at its n-th write, then again without; undefined when there is no n-th write. */
async function registeredDespite(kind: Fault['kind'], nth: number): Promise<string | undefined> {
  const phone = town.phone(`oLost-${kind}-${nth}`)
  const draft = await aDraft(phone, scene)
  for (const name of ['insertDocument', 'modifyDocument', 'removeDocument', 'commitTransaction'])
    town.cloud.faults.on({ at: 'database', by: 'worker', name, kind, nth })
  await phone.worker.register(draft).catch(() => undefined)
  const isStruck = town.cloud.faults.list().some(({ struck }) => struck > 0)
  town.cloud.faults.off()
  const { card } = await phone.worker.register(draft)
  return isStruck ? card.id : undefined
}

test.each(['answerLost', 'error'] as const)(
  'whichever write ends in %s, the same sent again is registered once',
  async (kind) => {
    const ids: string[] = []
    for (
      let id = await registeredDespite(kind, 1);
      id !== undefined;
      id = await registeredDespite(kind, ids.length + 1)
    )
      ids.push(id)
    expect(ids.length).toBeGreaterThan(1)
    const stored = (await roster()).map(({ id }) => id)
    expect(ids.map((id) => stored.filter((one) => one === id).length)).toEqual(ids.map(() => 1))
    expect(new Set(stored).size).toBe(stored.length)
  },
)
