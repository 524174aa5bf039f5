/** Many agreed to at once: only what nobody needs to look at, each with its money; the others each say why. */

import { alsoHolds, booksOf, listOf, versionOf } from '../builders/claim-desk'
import { act, type ClaimTown, cardNumber, claimed, opened, source, standing, startClaimTown } from '../builders/claims'
import { storedIn } from '../builders/stored'
import { FAR_DISTRICT, newRequest, type Phone } from '../builders/town'

let city: ClaimTown
let db: Awaited<ReturnType<typeof storedIn>>
beforeAll(async () => {
  city = await startClaimTown()
  db = await storedIn(city.town.cloud)
})
afterAll(() => city.town.stop())

type Given = { readonly id: string; readonly version: number }
const many = (by: Phone, claims: readonly Given[], requestId = newRequest()) =>
  by.claim.approveMany({ requestId, claims: claims.map(({ id, version }) => ({ id, version })) })
const stateOf = async ({ phone, claim }: { phone: Phone; claim: Given }) => (await standing(phone, claim.id)).state

test('nobody agrees who is no reviewer of that desk, nor over their own', async () => {
  const { phone, claim } = await claimed(city)
  for (const by of [phone, city.union, city.signer, city.cashier, city.supervisor])
    await expect(many(by, [claim])).rejects.toMatchObject({ code: 'FORBIDDEN' })
  const far = await city.town.appoint(city.admin, 'reviewer', { level: 'district', id: FAR_DISTRICT }, 'oFarMany')
  expect(await many(far, [claim])).toEqual({
    approved: [],
    refused: [{ id: claim.id, code: 'NOT_FOUND', text: expect.stringContaining('没有东西') }],
  })
  await alsoHolds(db, phone, 'reviewer')
  expect((await many(phone, [claim])).refused).toMatchObject([{ id: claim.id, code: 'FORBIDDEN' }])
  expect(await stateOf({ phone, claim })).toBe('submitted')
})

test('all that are clear are agreed to with their money, once however often it is sent, and each hears it', async () => {
  const programmeIds = [await opened(city, { title: '一批看' }), await opened(city, { title: '又一批看' })]
  const given = []
  for (const programmeId of [...programmeIds, ...programmeIds]) given.push(await claimed(city, {}, programmeId))
  const claims = given.map(({ claim }) => claim)
  const requestId = newRequest()
  const first = await many(city.reviewer, claims, requestId)
  expect(first).toEqual({ approved: claims.map(({ id }) => id), refused: [] })
  expect(await many(city.reviewer, claims, requestId)).toEqual(first)
  for (const programmeId of programmeIds)
    expect(await booksOf(db, programmeId)).toMatchObject({ reservedFen: 60_000, placesUsed: 2 })
  for (const { phone, claim } of given) {
    expect(await standing(phone, claim.id)).toMatchObject({ state: 'approved', version: claim.version + 1 })
    expect((await phone.inbox.list({})).rows.filter(({ title }) => title === '同意了')).toHaveLength(1)
  }
})

test('what somebody must look at is left where it is, with why', async () => {
  const rules = [{ fact: 'hasContract' as const, must: { is: [true] }, source }]
  const unsure = await claimed(city, {}, await opened(city, { title: '不清楚的', rules }))
  const card = { account: cardNumber(7_001), bank: '工商银行' }
  const early = await claimed(city, { card })
  expect((await listOf(city.reviewer, 'review')).rows.find(({ id }) => id === early.claim.id)?.isClear).toBe(true)
  /** The same card under somebody else's, later. */
  const late = await claimed(city, { card })
  expect((await listOf(city.reviewer, 'review')).rows.find(({ id }) => id === early.claim.id)?.isClear).toBe(false)
  const changed = await claimed(city)
  const gone = await claimed(city)
  await act(gone.phone, gone.claim, 'withdraw')
  await act(city.otherReviewer, changed.claim, 'take')
  const clear = await claimed(city)
  const all = [unsure, early, late, changed, gone, clear]
  const requestId = newRequest()
  const asked = [...all.map(({ claim }) => claim), { id: 'no-claim', version: 0 }]
  const { approved, refused } = await many(city.reviewer, asked, requestId)
  expect(approved).toEqual([clear.claim.id])
  expect(refused.map(({ id, code }) => [id, code])).toEqual([
    [unsure.claim.id, 'ACTION_NOT_ALLOWED'],
    [early.claim.id, 'ACTION_NOT_ALLOWED'],
    [late.claim.id, 'ACTION_NOT_ALLOWED'],
    [changed.claim.id, 'CONFLICT'],
    [gone.claim.id, 'ACTION_NOT_ALLOWED'],
    ['no-claim', 'NOT_FOUND'],
  ])
  expect(refused.map(({ text }) => text).slice(0, 2)).toEqual([
    '有一条规定还不清楚，打开看一下',
    '这张卡也在别人的 1 份申领里，打开看一下',
  ])
  expect(await many(city.reviewer, asked, requestId)).toEqual({ approved, refused })
  expect(await Promise.all([unsure, early, late].map(stateOf))).toEqual(['submitted', 'submitted', 'submitted'])
})

test('where the money ends the first get it, and the others are told', async () => {
  const programmeId = await opened(city, { title: '只够两份', budgetFen: 70_000 })
  const given = []
  for (let n = 0; n < 3; n += 1) given.push(await claimed(city, {}, programmeId))
  const claims = given.map(({ claim }) => claim)
  const { approved, refused } = await many(city.reviewer, claims)
  expect(approved).toHaveLength(2)
  expect(refused).toMatchObject([{ code: 'BUDGET_SPENT', text: expect.stringContaining('钱不够') }])
  expect(await booksOf(db, programmeId)).toMatchObject({ reservedFen: 60_000, freeFen: 10_000 })
})

test('agreed to many, the second signer is another person as for one', async () => {
  const programmeId = await opened(city, { title: '多份也复核', countersignAboveFen: 10_000 })
  const { phone, claim } = await claimed(city, {}, programmeId)
  const both = (await claimed(city)).phone
  await alsoHolds(db, both, 'reviewer', 'countersigner')
  expect((await many(both, [claim])).approved).toEqual([claim.id])
  const now = await versionOf(phone, claim.id)
  await expect(act(both, now, 'countersign')).rejects.toMatchObject({ code: 'FORBIDDEN' })
  expect((await act(city.signer, now, 'countersign')).state).toBe('countersigned')
})
