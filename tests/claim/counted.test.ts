/** Somebody an employer counts, who says that it is wrong: only they themselves, once, and whoever decides reads it on their row. */

import { inDistrict } from '../builders/claim-desk'
import { aClaimant, act, cardNumber, standing } from '../builders/claims'
import { titles } from '../builders/gifts'
import {
  asCsv,
  handedIn,
  nameOf,
  numberOf,
  people,
  type RosterTown,
  read,
  rosterOf,
  startRosterTown,
} from '../builders/rosters'
import { newRequest, type Phone } from '../builders/town'
import { registered } from '../builders/workers'

let city: RosterTown
beforeAll(async () => {
  city = await startRosterTown()
})
afterAll(() => city.town.stop())

const once = () => ({ requestId: newRequest() })
const words = '我没在这家干过'

/** The n-th of a roster, with a phone of their own. */
const counted = async (n: number) => {
  const document = { kind: 'residentId', number: numberOf(n) } as const
  const { phone } = await registered(city.town, `oCounted-${n}`, city.scene, { name: nameOf(n), document })
  return phone
}
const lineOf = async (phone: Phone) => (await phone.claim.counted({})).rows[0]
const rowsOf = async (id: string) => (await city.reviewer.claim.rosterPart({ id, part: 0 })).rows
const answer = (by: Phone, id: string, action: 'admit' | 'dismiss') =>
  by.claim.actObjection({ ...once(), id, version: 0, action, form: { reason: '看过考勤' } })

test('nobody but whoever stands on the row, and not of a roster that was not handed in', async () => {
  const phone = await counted(200)
  await read(city, city.one, asCsv(people(2, 200)), { month: '2020-12' })
  expect((await phone.claim.counted({})).rows).toEqual([])
  const { id } = await handedIn(city, city.one, asCsv(people(3, 200)), { month: '2021-01' })
  const line = await lineOf(phone)
  expect(line).toMatchObject({ claimId: id, isObjected: false })
  const about = { claimId: id, rowId: line?.rowId ?? '', words }
  for (const by of [await aClaimant(city), await counted(201), city.town.phone('oNobodyCounted'), city.one.phone])
    await expect(by.claim.object({ ...once(), ...about })).rejects.toMatchObject({ code: 'NOT_FOUND' })
  for (const over of [{ rowId: 'no-row' }, { claimId: 'no-claim' }])
    await expect(phone.claim.object({ ...once(), ...about, ...over })).rejects.toMatchObject({ code: 'NOT_FOUND' })
  /** Nor against the roster as a whole, which nobody is shown. */
  await expect(phone.claim.object({ ...once(), claimId: id, words })).rejects.toMatchObject({ code: 'NOT_FOUND' })
})

test('their word stands on the row, once; not right it goes again, and they read why', async () => {
  const phone = await counted(300)
  const { id } = await handedIn(city, city.two, asCsv(people(2, 300)), { month: '2021-01' })
  const line = await lineOf(phone)
  const input = { ...once(), claimId: id, rowId: line?.rowId ?? '', words }
  const first = await phone.claim.object(input)
  expect(await phone.claim.object(input)).toEqual(first)
  await expect(phone.claim.object({ ...input, ...once() })).rejects.toMatchObject({ code: 'ACTION_NOT_ALLOWED' })
  expect((await lineOf(phone))?.isObjected).toBe(true)
  expect((await rowsOf(id)).map(({ isObjected }) => isObjected)).toEqual([true, false])
  const row = (await city.otherReviewer.claim.objections({ scope: inDistrict })).rows.find(
    (one) => one.id === first.objection.id,
  )
  expect(row).toMatchObject({ isAboutSelf: true, rowId: line?.rowId, words, can: ['admit', 'dismiss'] })
  await expect(answer(city.two.phone, first.objection.id, 'dismiss')).rejects.toMatchObject({ code: 'FORBIDDEN' })
  await answer(city.otherReviewer, first.objection.id, 'dismiss')
  expect((await rowsOf(id)).map(({ isObjected }) => isObjected)).toEqual([false, false])
  expect(await titles(phone)).toContain('您的异议有回音了')
})

test('right, the row stays marked, and whoever decides takes it out with its money; the person is free for another', async () => {
  const phone = await counted(400)
  const { id } = await handedIn(city, city.one, asCsv(people(3, 400)), { month: '2021-02' })
  const { rowId = '' } = (await lineOf(phone)) ?? {}
  const { objection } = await phone.claim.object({ ...once(), claimId: id, rowId, words })
  await answer(city.otherReviewer, objection.id, 'admit')
  expect((await rowsOf(id)).map(({ isObjected }) => isObjected)).toEqual([true, false, false])
  const { version, amountFen } = await rosterOf(city.one, id)
  const deed = { ...once(), id, version, action: 'strike' as const, form: { rowId, reason: '没在这家干' } }
  for (const by of [city.one.phone, phone])
    await expect(by.claim.act(deed)).rejects.toMatchObject({ code: by === phone ? 'NOT_FOUND' : 'FORBIDDEN' })
  const struck = await city.reviewer.claim.act(deed)
  expect(await city.reviewer.claim.act(deed)).toEqual(struck)
  expect(await rosterOf(city.one, id)).toMatchObject({ people: 2, amountFen: amountFen - 60_000 })
  expect((await phone.claim.counted({})).rows).toEqual([])
  const other = await handedIn(city, city.two, asCsv(people(1, 400)), { month: '2021-02' })
  expect(other).toMatchObject({ people: 1 })
})

test('a worker’s own claim has no row to take out', async () => {
  const phone = await aClaimant(city)
  const given = { ...once(), programmeId: city.programmeId, edition: 1, period: 'once' as const }
  const { claim } = await phone.claim.submit({
    ...given,
    form: { answers: {}, card: { account: cardNumber(4_001), bank: '工商银行' }, evidence: [], declares: true },
  })
  const deed = { ...once(), id: claim.id, version: claim.version, action: 'strike' as const }
  const form = { rowId: 'no:row', reason: '没有这一行' }
  await expect(city.reviewer.claim.act({ ...deed, form })).rejects.toMatchObject({ code: 'NOT_FOUND' })
  expect((await city.reviewer.claim.get({ id: claim.id })).claim.row.can).not.toContain('strike')
  await act(city.reviewer, claim, 'approve')
  expect((await standing(phone, claim.id)).state).toBe('approved')
})
