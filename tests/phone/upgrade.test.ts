/** A release the cloud no longer takes: the person is told what to do, and nothing they wrote is lost. */
import { errors } from '../../domain/kernel/errors'
import { isOlder } from '../../domain/kernel/version'
import { deliverBy, type Send, sentBy } from '../../src/cloud/delivery'
import { draftIn } from '../../src/cloud/drafts'
import { createOutbox } from '../../src/cloud/outbox'
import type { Storage } from '../../src/cloud/storage'
import { newRequest, START, startTown, type Town } from '../builders/town'
import { aDraft } from '../builders/workers'
import { memory } from './memory'

const openid = 'oOldPhone'
const pace = { wait: async () => undefined, random: () => 0.5 }

const wire =
  (town: Town): Send =>
  (name, event) =>
    town.cloud.call(name, { openid, event })

const release = (town: Town, version: string) => deliverBy(sentBy(version, wire(town)), pace)
const phoneOn = (town: Town, storage: Storage, version: string) =>
  createOutbox({ storage, ask: release(town, version), now: () => START })

const held = async (use: (stage: Awaited<ReturnType<typeof startTown>>) => Promise<void>) => {
  const stage = await startTown({ oldestClient: '0.2.0' })
  await use(stage).finally(() => stage.town.stop())
}

test('releases are compared number by number', () => {
  const inOrder = ['0.0.9', '0.1.0', '0.1.9', '0.1.10', '0.2.0', '0.10.0', '1.0.0', '10.0.0']
  for (const [index, version] of inOrder.entries())
    for (const [other, than] of inOrder.entries())
      expect([version, than, isOlder(version, than)]).toEqual([version, than, index < other])
})

test('a release below the oldest one taken is told to update, whatever it asks for', () =>
  held(async ({ town }) => {
    for (const endpoint of ['mine', 'longGone', 'register'])
      await expect(release(town, '0.1.9')('worker', endpoint, {})).rejects.toMatchObject({ code: 'UPGRADE_REQUIRED' })
  }))

test('the oldest one taken, a newer one, and the operator are served', () =>
  held(async ({ town }) => {
    for (const version of ['0.2.0', '0.10.0'])
      await expect(release(town, version)('worker', 'mine', {})).resolves.toBeDefined()
    await expect(town.operator.verifyChains({ requestId: newRequest(), collection: 'workers' })).resolves.toBeDefined()
  }))

test('a version that is none is no reason to break a call', () =>
  held(async ({ town }) => {
    for (const version of ['', 'newest', '0.1', '0.1.9; drop'])
      await expect(release(town, version)('worker', 'mine', {})).resolves.toBeDefined()
  }))

test('a registration written on an old release waits, with its draft, and goes out once after the update', () =>
  held(async ({ town, site }) => {
    const storage = memory()
    draftIn(storage, 'register', { name: '' }).keep({ name: '王秀英' })
    const input = await aDraft(town.phone(openid), site.scene)

    const old = phoneOn(town, storage, '0.1.9')
    await expect(old.post('worker', 'register', input, 'register')).resolves.toEqual({ state: 'waiting' })
    for (let visit = 0; visit < 10; visit += 1) await old.flush()
    expect(old.letters()).toMatchObject([{ state: 'waiting', failures: 0, error: { code: 'UPGRADE_REQUIRED' } }])
    expect(draftIn(storage, 'register', { name: '' }).read()).toEqual({ name: '王秀英' })

    const updated = phoneOn(town, storage, '0.2.0')
    await updated.flush()
    expect(updated.letters()).toMatchObject([{ state: 'delivered' }])
    expect(updated.letters()[0]?.error).toBeUndefined()
    expect(draftIn(storage, 'register', { name: '' }).read()).toEqual({ name: '' })
    expect(await town.phone(openid).worker.mine({})).toMatchObject({ card: { state: 'submitted', version: 0 } })
  }))

test('its words say what to do, and that nothing is lost', () => {
  expect(errors.UPGRADE_REQUIRED.text).toMatch(/换成新版/)
  expect(errors.UPGRADE_REQUIRED.text).toMatch(/都存着/)
  expect(errors.UPGRADE_REQUIRED.wayOn).toBe('update')
})
