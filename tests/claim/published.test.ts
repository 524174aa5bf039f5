/** A published list: everybody reads it and is told nobody by it; a word against a name is taken in time, and answered by somebody else. */

import { alsoHolds, booksOf, inDistrict, open } from '../builders/claim-desk'
import { act, type ClaimTown, claimed, opened, standing, startClaimTown } from '../builders/claims'
import { titles } from '../builders/gifts'
import { storedIn } from '../builders/stored'
import { FAR_DISTRICT, newRequest, type Phone, START } from '../builders/town'
import { registered } from '../builders/workers'

let city: ClaimTown
let db: Awaited<ReturnType<typeof storedIn>>
let programmeId: string
beforeAll(async () => {
  city = await startClaimTown()
  db = await storedIn(city.town.cloud)
  programmeId = await opened(city, { title: '要公示的', publishDays: 5 })
})
afterAll(() => city.town.stop())

const once = () => ({ requestId: newRequest() })
const words = '他去年就不在这里干了'

let strangers = 0
const aStranger = (): Phone => {
  strangers += 1
  return city.town.phone(`oStranger-${strangers}`)
}

const listed = async (given = programmeId) => {
  const { phone, claim } = await claimed(city, {}, given)
  const { version, state } = await act(city.reviewer, claim, 'approve')
  expect(state).toBe('published')
  return { phone, id: claim.id, version }
}
const objected = async (claimId: string, by = aStranger()) => {
  const { objection } = await by.claim.object({ ...once(), claimId, words })
  return { by, id: objection.id }
}
const waiting = async (by: Phone) => (await by.claim.objections({ scope: inDistrict })).rows
const answer = (by: Phone, id: string, action: 'admit' | 'dismiss', version = 0) =>
  by.claim.actObjection({ ...once(), id, version, action, form: { reason: '去工地问过' } })

describe('the list', () => {
  test('is shown to anybody, masked, with the last moment for a word against it', async () => {
    const { phone, id } = await listed()
    const { rows, title, publishDays, mine } = await aStranger().claim.published({ programmeId })
    expect({ title, publishDays, mine }).toEqual({ title: '要公示的', publishDays: 5, mine: [] })
    const row = rows.find(({ claimId }) => claimId === id)
    expect(row).toMatchObject({
      maskedName: expect.stringMatching(/^.\*+$/),
      maskedNumber: expect.stringMatching(/^\d{2,4}\*+\d{4}$/),
      amountFen: 30_000,
      until: (await standing(phone, id)).next.dueAt,
    })
    const { card } = await phone.worker.mine({})
    expect(JSON.stringify(rows)).not.toContain(card?.id)
    expect(await titles(phone)).toContain('在公示')
  })

  test('of a programme nobody opened is not there, and one that publishes nothing shows nobody', async () => {
    const { details } = (await city.union.claim.deskProgramme({ id: programmeId })).programme
    const { programme } = await city.union.claim.saveProgramme({ ...once(), scope: inDistrict, details })
    for (const id of [programme.row.id, 'no-programme'])
      await expect(aStranger().claim.published({ programmeId: id })).rejects.toMatchObject({ code: 'NOT_FOUND' })
    const { claim } = await claimed(city)
    await act(city.reviewer, claim, 'approve')
    expect((await aStranger().claim.published({ programmeId: city.programmeId })).rows).toEqual([])
  })
})

describe('a word against a name', () => {
  test('is not taken about what is not shown, nor once its time is over', async () => {
    const { claim } = await claimed(city, {}, programmeId)
    const by = aStranger()
    for (const claimId of [claim.id, 'no-claim'])
      await expect(by.claim.object({ ...once(), claimId, words })).rejects.toMatchObject({ code: 'NOT_FOUND' })
    const { phone, id } = await listed(await opened(city, { title: '过时的', publishDays: 1 }))
    const until = (await standing(phone, id)).next.dueAt ?? ''
    city.town.cloud.setNow(new Date(until))
    await expect(by.claim.object({ ...once(), claimId: id, words })).rejects.toMatchObject({
      code: 'ACTION_NOT_ALLOWED',
    })
    city.town.cloud.setNow(START)
  })

  test('sent twice is one; the same person has one about the same name, and ten a day', async () => {
    const { id } = await listed()
    const by = aStranger()
    const input = { ...once(), claimId: id, words }
    const first = await by.claim.object(input)
    expect(first.objection).toMatchObject({ stateLabel: '在查', next: expect.stringMatching(/前回您$/) })
    expect(await by.claim.object(input)).toEqual(first)
    await expect(by.claim.object({ ...input, ...once() })).rejects.toMatchObject({ code: 'ACTION_NOT_ALLOWED' })
    expect((await by.claim.published({ programmeId })).mine).toEqual([first.objection])
    expect(await db.all('objections', { claimId: id })).toHaveLength(1)
    await db.change(
      'counters',
      (await db.all('counters', {})).find(({ _id }) => _id.includes('objections'))?._id ?? '',
      {
        used: 10,
      },
    )
    const other = await listed()
    await expect(by.claim.object({ ...once(), claimId: other.id, words })).rejects.toMatchObject({
      code: 'TRIES_USED_UP',
    })
  })

  test('is kept sealed, and shows nobody who said it', async () => {
    const { id } = await listed()
    const { by, id: objectionId } = await objected(id)
    const stored = await db.one('objections', objectionId)
    expect(JSON.stringify(stored)).not.toContain('去年')
    const row = (await waiting(city.otherReviewer)).find((one) => one.id === objectionId)
    expect(row).toMatchObject({ words, isAboutSelf: false, title: '要公示的', can: ['admit', 'dismiss'] })
    expect(JSON.stringify(row)).not.toContain(String(stored?.ownerId))
    expect(JSON.stringify(row)).not.toContain(by.openid)
    expect((await open(city.reviewer, id)).marks).toEqual([{ kind: 'objection', text: '有 1 条异议还没回' }])
  })
})

describe('who answers it', () => {
  test('a reviewer of that desk with no part in the claim: not who agreed, not the claimant, not who objected', async () => {
    const claimant = await claimed(city, {}, programmeId)
    await alsoHolds(db, claimant.phone, 'reviewer')
    const { version } = await act(city.reviewer, claimant.claim, 'approve')
    expect(version).toBeGreaterThan(0)
    const { phone: objector } = await registered(city.town, 'oObjector', city.scene)
    const { id } = await objected(claimant.claim.id, objector)
    await alsoHolds(db, objector, 'reviewer')
    const far = await city.town.appoint(
      city.admin,
      'reviewer',
      { level: 'district', id: FAR_DISTRICT },
      'oFarObjection',
    )
    const denied = [
      [city.union, 'FORBIDDEN'],
      [city.cashier, 'FORBIDDEN'],
      [far, 'NOT_FOUND'],
      [city.reviewer, 'FORBIDDEN'],
      [claimant.phone, 'FORBIDDEN'],
      [objector, 'FORBIDDEN'],
    ] as const
    for (const [by, code] of denied)
      for (const action of ['admit', 'dismiss'] as const)
        await expect(answer(by, id, action)).rejects.toMatchObject({ code })
    for (const [by, can] of [
      [city.reviewer, []],
      [claimant.phone, []],
      [city.supervisor, []],
      [city.otherReviewer, ['admit', 'dismiss']],
    ] as const)
      expect((await waiting(by)).find((one) => one.id === id)?.can).toEqual(can)
    await expect(waiting(far)).rejects.toMatchObject({ code: 'NOT_FOUND' })
    await expect(waiting(city.cashier)).rejects.toMatchObject({ code: 'FORBIDDEN' })
  })

  test('right: the claim is not paid, its money is free, both are told; sent twice it is done once', async () => {
    const own = await opened(city, { title: '异议成立的', publishDays: 5 })
    const { phone, id } = await listed(own)
    const { by, id: objectionId } = await objected(id)
    const deed = { ...once(), id: objectionId, version: 0, action: 'admit' as const, form: { reason: '去工地问过' } }
    const first = await city.otherReviewer.claim.actObjection(deed)
    expect(await city.otherReviewer.claim.actObjection(deed)).toEqual(first)
    expect(await standing(phone, id)).toMatchObject({ state: 'refused', because: '去工地问过', can: ['appeal'] })
    expect(await booksOf(db, own)).toMatchObject({ reservedFen: 0, freeFen: 10_000_000 })
    expect((await by.claim.published({ programmeId: own })).rows).toEqual([])
    expect((await by.claim.published({ programmeId: own })).mine).toMatchObject([
      { stateLabel: '异议成立', because: '去工地问过' },
    ])
    expect(await titles(by)).toEqual(['您的异议有回音了'])
    expect((await titles(phone)).filter((title) => title === '这份没同意')).toHaveLength(1)
    expect((await waiting(city.otherReviewer)).map((one) => one.id)).not.toContain(objectionId)
    const appealed = await phone.claim.act({
      ...once(),
      id,
      version: (await standing(phone, id)).version,
      action: 'appeal',
      form: { reason: '我一直在' },
    })
    for (const one of [city.reviewer, city.otherReviewer])
      await expect(act(one, appealed, 'overturn')).rejects.toMatchObject({ code: 'FORBIDDEN' })
  })

  test('not right: the list goes on, and whoever objected reads why', async () => {
    const { phone, id } = await listed()
    const { by, id: objectionId } = await objected(id)
    await answer(city.otherReviewer, objectionId, 'dismiss')
    expect((await standing(phone, id)).state).toBe('published')
    expect((await by.claim.published({ programmeId })).mine).toMatchObject([{ stateLabel: '没有改' }])
    await expect(answer(city.otherReviewer, objectionId, 'admit', 1)).rejects.toMatchObject({
      code: 'ACTION_NOT_ALLOWED',
    })
  })
})

test('whoever objected and goes is forgotten: that somebody did stays', async () => {
  const { id } = await listed()
  const { phone: objector, card } = await registered(city.town, 'oObjectorGone', city.scene)
  const { id: objectionId } = await objected(id, objector)
  await objector.worker.act({ ...once(), id: card.id, version: card.version, action: 'erase', form: {} })
  const stored = await db.one('objections', objectionId)
  expect(stored).not.toHaveProperty('ownerId')
  expect(stored).not.toHaveProperty('words')
  expect((await waiting(city.otherReviewer)).find((one) => one.id === objectionId)).toMatchObject({ words: '' })
  expect((await answer(city.otherReviewer, objectionId, 'dismiss', 1)).objection).toMatchObject({
    stateLabel: '没有改',
  })
})
