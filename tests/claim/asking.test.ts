/** What a worker hands in: missing things each in a sentence, drafts kept, one person once by document, what shuts out what, mended and contested. */
import {
  aClaimant,
  act,
  type ClaimTown,
  cardNumber,
  claimed,
  form,
  opened,
  photoOf,
  source,
  standing,
  startClaimTown,
} from '../builders/claims'
import { newRequest, type Phone } from '../builders/town'

let city: ClaimTown
beforeAll(async () => {
  city = await startClaimTown()
})
afterAll(() => city.town.stop())

const asked = (programmeId: string, over = {}) => ({
  requestId: newRequest(),
  programmeId,
  edition: 1,
  period: 'once' as const,
  form: form(over),
})
const refusal = (deed: Promise<unknown>) => deed.then(() => undefined).catch((error: unknown) => error)
const pictured = { evidence: [{ evidenceId: 'contract', label: '合同照片', atLeast: 1, atMost: 2 }] }

describe('what is wanting', () => {
  test.each([
    ['no card', { card: undefined }, 'form.card.account', '卡号还没写'],
    [
      'a slip in the card',
      { card: { account: '9999990000000013', bank: '工行' } },
      'form.card.account',
      '卡号有一位不对，对着卡再看一眼',
    ],
    [
      'a short card',
      { card: { account: '62220000', bank: '工行' } },
      'form.card.account',
      '卡号是 16 到 19 位，您输了 8 位',
    ],
    ['not declared', { declares: false }, 'form.declares', '说的都是真的，才能交'],
  ])('%s is said at its field, and nothing is kept', async (_what, over, field, words) => {
    const worker = await aClaimant(city)
    const error = await refusal(worker.claim.submit(asked(city.programmeId, over)))
    expect(error).toMatchObject({ code: 'INPUT_INVALID', detail: { fields: { [field]: words } } })
    expect((await worker.claim.mine({})).claims).toEqual([])
  })

  test('a picture that is asked for, and one that is none', async () => {
    const programmeId = await opened(city, { title: '要照片', ...pictured })
    const worker = await aClaimant(city)
    expect(await refusal(worker.claim.submit(asked(programmeId)))).toMatchObject({
      code: 'INPUT_INVALID',
      detail: { fields: { 'form.evidence.contract': '合同照片还没拍' } },
    })
    const text = await city.town.upload(worker.openid, `inbox/${newRequest()}.png`, Buffer.from('not a picture'))
    const wrong = asked(programmeId, { evidence: [{ evidenceId: 'contract', fileIds: [text] }] })
    expect(await refusal(worker.claim.submit(wrong))).toMatchObject({ code: 'FILE_UNREADABLE' })
    const fileIds = [await photoOf(city, worker)]
    const { claim } = await worker.claim.submit(asked(programmeId, { evidence: [{ evidenceId: 'contract', fileIds }] }))
    expect(claim.evidence).toEqual([{ evidenceId: 'contract', label: '合同照片', count: 1 }])
  })

  test('how many, where the programme counts, and never more than it pays for', async () => {
    const amount = { way: 'formula', fen: 10_000, per: 'festivalDay', mostUnits: 5 } as const
    const programmeId = await opened(city, { title: '按天', amount })
    const worker = await aClaimant(city)
    expect(await refusal(worker.claim.submit(asked(programmeId)))).toMatchObject({
      detail: { fields: { 'form.quantity': '春节期间上了几天班还没写' } },
    })
    const { claim } = await worker.claim.submit(asked(programmeId, { quantity: 7 }))
    expect(claim.amountFen).toBe(50_000)
  })
})

describe('one person', () => {
  test('claims each month of a programme once', async () => {
    const programmeId = await opened(city, { title: '按月', months: ['2021-02', '2021-03'] })
    const worker = await aClaimant(city)
    const of = (period: string) => ({ ...asked(programmeId), period })
    expect(await refusal(worker.claim.submit(of('once')))).toMatchObject({ code: 'INPUT_INVALID' })
    await worker.claim.submit(of('2021-02'))
    await worker.claim.submit(of('2021-03'))
    expect(await refusal(worker.claim.submit(of('2021-03')))).toMatchObject({ code: 'CLAIMED_ALREADY' })
  })

  test('who takes it back may claim again, who was refused contests instead', async () => {
    const { phone, claim } = await claimed(city)
    await act(phone, claim, 'withdraw')
    const { claim: second } = await phone.claim.submit(asked(city.programmeId))
    const { id, version } = second
    await city.reviewer.claim.act({
      requestId: newRequest(),
      id,
      version,
      action: 'refuse',
      form: { reason: '不在点位上' },
    })
    expect(await refusal(phone.claim.submit(asked(city.programmeId)))).toMatchObject({ code: 'CLAIMED_ALREADY' })
    expect(await standing(phone, id)).toMatchObject({ state: 'refused', because: '不在点位上', can: ['appeal'] })
  })

  test('what shuts another programme out does so both ways and over its months', async () => {
    const monthly = await opened(city, { title: '每月的', months: ['2021-02'] })
    const excludes = [{ programmeId: monthly, source }]
    const once = await opened(city, { title: '只能一样', excludes })
    const [one, two] = [await aClaimant(city), await aClaimant(city)]
    await one.claim.submit({ ...asked(monthly), period: '2021-02' })
    expect(await refusal(one.claim.submit(asked(once)))).toMatchObject({ code: 'CLAIM_EXCLUDED' })
    const { programmes } = await one.claim.programmes({})
    expect(programmes.find(({ id }) => id === once)).toMatchObject({
      verdict: 'no',
      rules: [{ text: '没有领“每月的”' }, {}],
    })
    const { claim } = await two.claim.submit(asked(once))
    const other = { ...asked(monthly), period: '2021-02' }
    expect(await refusal(two.claim.submit(other))).toMatchObject({ code: 'CLAIM_EXCLUDED' })
    await act(two, claim, 'withdraw')
    await two.claim.submit({ ...other, requestId: newRequest() })
  })

  test('of two that shut each other out and come at once, never both stand', async () => {
    const a = await opened(city, { title: '甲' })
    const b = await opened(city, { title: '乙', excludes: [{ programmeId: a, source }] })
    const workers = await Promise.all(Array.from({ length: 6 }, () => aClaimant(city)))
    for (const worker of workers) {
      await Promise.all([a, b].map((id) => refusal(worker.claim.submit(asked(id)))))
      const { claims } = await worker.claim.mine({})
      expect(claims.filter(({ state }) => state === 'submitted').length).toBeLessThanOrEqual(1)
    }
  })
})

describe('kept as it goes', () => {
  const draft = async (worker: Phone) =>
    (await worker.claim.submit({ ...asked(city.programmeId), isDraft: true })).claim

  test('a draft is nobody’s work and holds no place, and is handed in later', async () => {
    const worker = await aClaimant(city)
    const { id, version, state } = await draft(worker)
    expect(state).toBe('draft')
    const claim = { id, version }
    const kept = await worker.claim.submit({ ...asked(city.programmeId), isDraft: true, claim })
    const handed = { ...asked(city.programmeId), claim: { id, version: kept.claim.version } }
    const [one, two] = [await worker.claim.submit(handed), await worker.claim.submit(handed)]
    expect([one.claim.state, two.claim.version]).toEqual(['submitted', one.claim.version])
  })

  test('somebody else’s draft is not there', async () => {
    const worker = await aClaimant(city)
    const { id, version } = await draft(worker)
    const other = await aClaimant(city)
    const stolen = { ...asked(city.programmeId), claim: { id, version } }
    expect(await refusal(other.claim.submit(stolen))).toMatchObject({ code: 'NOT_FOUND' })
    expect(await refusal(other.claim.mine({ id }))).toMatchObject({ code: 'NOT_FOUND' })
  })
})

describe('sent back', () => {
  test('says what to mend and by when; only that is sent again, the rest stands', async () => {
    const programmeId = await opened(city, { title: '退回的', ...pictured })
    const worker = await aClaimant(city)
    const fileIds = [await photoOf(city, worker)]
    const { claim } = await worker.claim.submit(asked(programmeId, { evidence: [{ evidenceId: 'contract', fileIds }] }))
    const { id } = claim
    const returning = { requestId: newRequest(), id, version: claim.version, action: 'return' as const }
    await city.reviewer.claim.act({ ...returning, form: { reason: '合同照片看不清', parts: ['contract'] } })
    const back = await standing(worker, id)
    expect(back).toMatchObject({ state: 'returned', because: '合同照片看不清', parts: ['contract'] })
    expect(back.next.text).toBe('2 月 19 日（周五）前改好再交')
    const again = [await photoOf(city, worker), await photoOf(city, worker)]
    const mended = {
      ...asked(programmeId, { card: undefined, evidence: [{ evidenceId: 'contract', fileIds: again }] }),
      claim: { id, version: back.version },
    }
    const { claim: sent } = await worker.claim.submit(mended)
    expect(sent).toMatchObject({ state: 'submitted', parts: [], evidence: [{ count: 2 }] })
    expect(sent.maskedAccount).toBe(claim.maskedAccount)
  })
})

test('the same card under two people is two claims, each standing', async () => {
  const card = { account: cardNumber(777), bank: '工商银行' }
  const [one, two] = [await claimed(city, { card }), await claimed(city, { card })]
  expect([one.claim.state, two.claim.state]).toEqual(['submitted', 'submitted'])
})
