/** Who decides over a claim, by what, and that nobody has two turns in it: each denial before what is allowed. */
import { booksOf, claimedFrom, decline, open, sendBack, waitsOf } from '../builders/claim-desk'
import {
  act,
  type ClaimTown,
  cardNumber,
  claimed,
  opened,
  photoOf,
  source,
  standing,
  startClaimTown,
} from '../builders/claims'
import { titles } from '../builders/gifts'
import { storedIn } from '../builders/stored'
import { FAR_DISTRICT, newRequest } from '../builders/town'
import { stay } from '../builders/workers'

let city: ClaimTown
let db: Awaited<ReturnType<typeof storedIn>>
beforeAll(async () => {
  city = await startClaimTown()
  db = await storedIn(city.town.cloud)
})
afterAll(() => city.town.stop())

const once = () => ({ requestId: newRequest() })
const asked = [{ evidenceId: 'contract', label: '劳动合同', atLeast: 1, atMost: 2 }]

describe('one claim before the desk', () => {
  test('is nobody’s without a part there, nor its owner’s by this door', async () => {
    const { phone, claim } = await claimed(city)
    const far = await city.town.appoint(city.admin, 'reviewer', { level: 'district', id: FAR_DISTRICT }, 'oFarGet')
    for (const [by, code] of [
      [phone, 'FORBIDDEN'],
      [city.union, 'FORBIDDEN'],
      [far, 'NOT_FOUND'],
    ] as const)
      await expect(open(by, claim.id)).rejects.toMatchObject({ code })
    await expect(open(city.reviewer, 'no-claim')).rejects.toMatchObject({ code: 'NOT_FOUND' })
  })

  test('shows rule by rule with its paper, each fact with where it comes from, and the card masked', async () => {
    const { claim } = await claimedFrom(
      city,
      {
        title: '按天算的',
        amount: { way: 'formula', fen: 5_000, per: 'festivalDay', mostUnits: 7 },
        rules: [
          { fact: 'hasContract', must: { is: [true] }, source },
          { fact: 'stay', must: { is: ['staying'] }, source },
        ],
      },
      { answers: { hasContract: true }, quantity: 3 },
    )
    const whole = await open(city.reviewer, claim.id)
    expect(whole).toMatchObject({
      verdict: 'yes',
      scopeName: '静安区',
      siteName: '长寿路三号楼工地',
      amountWords: expect.stringContaining('50 元'),
      amountFrom: expect.stringMatching(/^《关于.*》第二条$/),
      maskedAccount: expect.stringMatching(/^\*{4} \d{4}$/),
      maskedNumber: expect.stringMatching(/^\d{2,4}\*+\d{4}$/),
      row: { amountFen: 15_000, isClear: true },
      marks: [],
      rosterParts: 0,
    })
    expect(whole.rules).toHaveLength(2)
    expect(whole.facts).toEqual([
      { label: '签了劳动合同', value: '是', from: '本人说的' },
      { label: '过年留不留', value: '留下过年', from: '本人登记时说的' },
      { label: expect.any(String), value: '3', from: '本人填的' },
    ])
    expect(whole.parts.map(({ part }) => part)).toEqual(['hasContract', 'quantity', 'card'])
    expect(waitsOf(city, 'get')).toBeLessThanOrEqual(3)
  })

  test('whoever opens its pictures has looked, and the worker reads who', async () => {
    const programmeId = await opened(city, { title: '要合同照片的', evidence: asked })
    const { phone } = await claimed(city)
    const fileIds = [await photoOf(city, phone)]
    const given = { answers: {}, card: undefined, evidence: [{ evidenceId: 'contract', fileIds }] }
    const { claim } = await phone.claim.submit({
      ...once(),
      programmeId,
      edition: 1,
      period: 'once',
      form: { ...given, card: { account: cardNumber(800), bank: '工商银行' }, declares: true },
    })
    const before = (await phone.worker.seen({})).rows.length
    const { evidence } = await open(city.reviewer, claim.id)
    expect(evidence).toMatchObject([{ evidenceId: 'contract', label: '劳动合同', urls: [expect.any(String)] }])
    expect((await fetch(evidence[0]?.urls[0] ?? '')).status).toBe(200)
    expect((await phone.worker.seen({})).rows.slice(0, -before || undefined)).toMatchObject([
      { what: '看凭证', role: '审核员', byName: '沈一审' },
    ])
  })

  test('one card under two people’s claims, one phone, one name at a site: each is marked', async () => {
    const card = { account: cardNumber(801), bank: '工商银行' }
    const first = await claimed(city, { card })
    const second = await claimed(city, { card })
    const { card: own } = await first.phone.worker.mine({})
    const { card: other } = await second.phone.worker.mine({})
    const stored = await db.one('workers', own?.id ?? '')
    await db.change('workers', other?.id ?? '', { phoneKey: stored?.phoneKey, nameKey: stored?.nameKey })
    const { marks, row } = await open(city.reviewer, second.claim.id)
    expect(marks).toEqual([
      { kind: 'sameCard', text: '这张卡也在别人的 1 份申领里' },
      { kind: 'samePhone', text: '还有 1 个人登记了这个手机号' },
      { kind: 'sameName', text: '这个点位还有 1 个人同名' },
    ])
    expect(row.isClear).toBe(false)
    await act(second.phone, second.claim, 'withdraw')
    expect((await open(city.reviewer, first.claim.id)).marks.map(({ kind }) => kind)).not.toContain('sameCard')
  })
})

describe('sent back', () => {
  test('names only parts the form has, and the claimant reads which and why', async () => {
    const { phone, claim } = await claimed(city)
    await expect(sendBack(city.signer, claim)).rejects.toMatchObject({ code: 'FORBIDDEN' })
    await expect(sendBack(city.reviewer, claim, ['salary'])).rejects.toMatchObject({ code: 'INPUT_INVALID' })
    const deed = { ...once(), id: claim.id, version: claim.version, action: 'return' as const }
    const form = { reason: '卡号看不清', parts: ['card'] }
    const moved = await city.reviewer.claim.act({ ...deed, form })
    expect(await city.reviewer.claim.act({ ...deed, form })).toEqual(moved)
    expect(await standing(phone, claim.id)).toMatchObject({ state: 'returned', parts: ['card'], because: '卡号看不清' })
    expect(await titles(phone)).toContain('申领要改一下')
  })
})

describe('agreed to', () => {
  test('what is unknown a reviewer may decide, against a rule that says no nobody does', async () => {
    const rules = [{ fact: 'hasContract' as const, must: { is: [true] }, source }]
    const { phone, claim } = await claimedFrom(city, { title: '还不知道的', rules })
    expect(await open(city.reviewer, claim.id)).toMatchObject({ verdict: 'unknown' })
    await act(city.reviewer, claim, 'approve')
    expect((await standing(phone, claim.id)).state).toBe('approved')
    const other = await claimed(city)
    const { card } = await other.phone.worker.mine({})
    if (!card) throw new Error('not registered')
    const leaving = { ...stay, stay: 'leaving' as const }
    await other.phone.worker.act({ ...once(), id: card.id, version: card.version, action: 'update', form: leaving })
    expect(await open(city.reviewer, other.claim.id)).toMatchObject({ verdict: 'no' })
    await expect(act(city.reviewer, other.claim, 'approve')).rejects.toMatchObject({ code: 'CLAIM_NOT_ELIGIBLE' })
    expect((await standing(other.phone, other.claim.id)).state).toBe('submitted')
  })

  test('its money is kept once, however often it is sent, and free again on every way out', async () => {
    const { programmeId, phone, claim } = await claimedFrom(city, { title: '记账的', countersignAboveFen: 10_000 })
    const deed = { ...once(), id: claim.id, version: claim.version, action: 'approve' as const, form: {} }
    const [first, second] = await Promise.all([city.reviewer.claim.act(deed), city.reviewer.claim.act(deed)])
    expect(second).toEqual(first)
    expect(await booksOf(db, programmeId)).toMatchObject({ reservedFen: 30_000, freeFen: 9_970_000, placesUsed: 1 })
    await decline(city.signer, first, 'overrule')
    expect(await booksOf(db, programmeId)).toMatchObject({ reservedFen: 0, freeFen: 10_000_000, placesUsed: 0 })
    expect(await titles(phone)).toContain('这份没同意')
  })

  test('where there is no money left nobody agrees, and the claim stands as it did', async () => {
    const { programmeId, claim } = await claimedFrom(city, { title: '钱少的', budgetFen: 40_000 })
    const other = await claimed(city, {}, programmeId)
    await act(city.reviewer, claim, 'approve')
    await expect(act(city.reviewer, other.claim, 'approve')).rejects.toMatchObject({ code: 'BUDGET_SPENT' })
    expect((await standing(other.phone, other.claim.id)).state).toBe('submitted')
    expect(await booksOf(db, programmeId)).toMatchObject({ reservedFen: 30_000, freeFen: 10_000 })
  })
})
