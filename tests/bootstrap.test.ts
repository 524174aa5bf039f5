/** What an operator may rely on: keys turn without a value lost, and every history still proves itself. */

import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import * as v from 'valibot'
import { freshKeyRing, withNewKey, withoutOldKeys } from '../config/run/keys'
import { storedIn } from './builders/stored'
import { newRequest, STREET, startTown, Town } from './builders/town'
import { registered } from './builders/workers'

const everyCollection = ['people', 'workers', 'sites', 'invitations', 'notices', 'looks', 'answers', 'areas'] as const
const chained = ['workers', 'sites', 'invitations'] as const

const dataDir = mkdtempSync(join(tmpdir(), 'nuanhu-keys-'))
afterAll(() => rmSync(dataDir, { recursive: true, force: true }))

const rotateAll = async (town: Town): Promise<number> => {
  let sealed = 0
  for (const collection of everyCollection) {
    let cursor: string | undefined
    do {
      const answer = await town.operator.rotate({ requestId: newRequest(), collection, ...(cursor ? { cursor } : {}) })
      sealed += answer.sealed
      cursor = answer.next
    } while (cursor)
  }
  return sealed
}

const broken = async (town: Town): Promise<string[]> => {
  const answers = chained.map((collection) => town.operator.verifyChains({ requestId: newRequest(), collection }))
  return (await Promise.all(answers)).flatMap((answer) => answer.broken)
}

test('a turned key opens everything again, and the old one can be thrown away', async () => {
  const keys = freshKeyRing()
  const { town, admin, site } = await startTown({ dataDir, keys })
  const street = await town.appoint(admin, 'streetOfficer', { level: 'street', id: STREET }, 'oStreet', '沈丽')
  const { card } = await registered(town, 'oWorker', site.scene)
  const form = { reason: '名字和证件上的不一样' }
  await admin.staff.me({})
  const officer = await town.appoint(street, 'siteOfficer', { level: 'site', id: site.id }, 'oSiteOfficer', '周建国')
  await officer.worker.act({ id: card.id, requestId: newRequest(), version: 0, action: 'reject', form })
  await officer.site.act({ id: site.id, requestId: newRequest(), version: 0, action: 'revoke', form })
  const before = await town.phone('oWorker').worker.mine({})
  await town.stop()

  const both = withNewKey(keys)
  const turning = await Town.start({ dataDir, keys: both })
  expect(await rotateAll(turning)).toBeGreaterThanOrEqual(6)
  expect(await rotateAll(turning)).toBe(0)
  expect(await broken(turning)).toEqual([])
  await turning.stop()

  const turned = await Town.start({ dataDir, keys: withoutOldKeys(both) })
  try {
    expect(await turned.phone('oWorker').worker.mine({})).toEqual(before)
    expect((await turned.phone('oStreet').staff.me({})).maskedName).toBe('沈**')
    expect((await turned.phone('oStreet').site.get({ id: site.id })).timeline[0]).toMatchObject({ note: form.reason })
    expect((await turned.phone('oWorker').inbox.list({})).rows).toMatchObject([
      { text: expect.stringContaining(form.reason) },
    ])
    expect(await broken(turned)).toEqual([])
  } finally {
    await turned.stop()
  }
})

test('a history with a row changed, taken out or put in is named, and its neighbours are not', async () => {
  const { town, admin, site } = await startTown()
  try {
    const others = [await town.site(admin), await town.site(admin), await town.site(admin)]
    for (const { id } of [site, ...others])
      await admin.site.act({ id, requestId: newRequest(), version: 0, action: 'revoke', form: { reason: '丢了' } })
    expect(await broken(town)).toEqual([])
    const db = await storedIn(town.cloud)
    const [changed = '', short = '', long = ''] = others.map(({ id }) => id)
    const eventsOf = async (id: string) => v.parse(v.array(v.looseObject({})), (await db.one('sites', id))?.events)
    const put = (id: string, events: object[]) => db.change('sites', id, { events })
    const told = await eventsOf(changed)
    await put(
      changed,
      told.map((row) => ({ ...row, by: 'somebodyElse' })),
    )
    await put(short, (await eventsOf(short)).slice(0, 1))
    const rows = await eventsOf(long)
    await put(long, [...rows, ...rows.slice(-1)])
    expect((await broken(town)).sort()).toEqual([changed, short, long].sort())
  } finally {
    await town.stop()
  }
})

test('the operator’s commands know no collection that is not there, and answer no phone', async () => {
  const town = await Town.start()
  try {
    const deed = { requestId: newRequest(), collection: 'secrets' }
    await expect(town.operator.rotate(deed)).rejects.toMatchObject({ code: 'NOT_FOUND' })
    await expect(town.operator.verifyChains({ ...deed, collection: 'people' })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    })
    for (const endpoint of ['rotate', 'verifyChains'])
      await expect(
        town.cloud.call('bootstrap', { openid: 'oMallory', event: { endpoint, input: deed } }),
      ).rejects.toThrow('not open to a call from client')
  } finally {
    await town.stop()
  }
})
