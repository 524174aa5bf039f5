/** A worker sees what is theirs and why, hands a claim in once, and hears what comes of it. */
import {
  aClaimant,
  act,
  type ClaimTown,
  claimed,
  form,
  opened,
  source,
  standing,
  startClaimTown,
} from '../builders/claims'
import { newRequest } from '../builders/town'

let city: ClaimTown
beforeAll(async () => {
  city = await startClaimTown()
})
afterAll(() => city.town.stop())

const asked = (programmeId: string) => ({
  requestId: newRequest(),
  programmeId,
  edition: 1,
  period: 'once' as const,
  form: form(),
})

test('nobody claims without being registered, and is told what is missing', async () => {
  const stranger = city.town.phone('oStranger')
  const { isRegistered, programmes } = await stranger.claim.programmes({})
  expect(isRegistered).toBe(false)
  expect(programmes.map(({ verdict, rules }) => [verdict, rules[0]?.why])).toEqual([
    ['unknown', '登记了才知道能不能领'],
  ])
  await expect(stranger.claim.submit(asked(city.programmeId))).rejects.toMatchObject({ code: 'CLAIM_NOT_ELIGIBLE' })
})

test('a worker reads every rule with its own answer and where it is written', async () => {
  const worker = await aClaimant(city)
  const { programmes } = await worker.claim.programmes({})
  const [card] = programmes
  expect(card).toMatchObject({
    title: '留沪通讯费补贴',
    verdict: 'yes',
    amountWords: '300 元',
    closesWords: '3 月 31 日（周三）前',
    rules: [{ text: '留下过年', verdict: 'yes', source: { article: '第二条' } }],
  })
})

test('what is not known is asked in place, and the answer turns the programme', async () => {
  const id = await opened(city, { title: '有合同才领', rules: [{ fact: 'hasContract', must: { is: [true] }, source }] })
  const worker = await aClaimant(city)
  const before = (await worker.claim.programmes({})).programmes.find((one) => one.id === id)
  expect(before).toMatchObject({ verdict: 'unknown', questions: [{ fact: 'hasContract' }] })
  const { programmes } = await worker.claim.answer({
    requestId: newRequest(),
    answers: { hasContract: false, stay: 'x' },
  })
  expect(programmes.find((one) => one.id === id)).toMatchObject({ verdict: 'no', questions: [] })
  await expect(worker.claim.submit(asked(id))).rejects.toMatchObject({ code: 'CLAIM_NOT_ELIGIBLE' })
})

test('a claim sent twice is one claim, and another account of the same programme is refused', async () => {
  const worker = await aClaimant(city)
  const input = asked(city.programmeId)
  const first = await worker.claim.submit(input)
  const again = await worker.claim.submit(input)
  expect(again.claim.id).toBe(first.claim.id)
  expect(first.claim).toMatchObject({ state: 'submitted', amountFen: 30_000, step: 1 })
  await expect(worker.claim.submit(asked(city.programmeId))).rejects.toMatchObject({ code: 'CLAIMED_ALREADY' })
})

test('agreed to, it waits for the cashier with its money kept for it', async () => {
  const { phone, claim } = await claimed(city)
  await expect(act(phone, claim, 'approve')).rejects.toMatchObject({ code: 'FORBIDDEN' })
  await act(city.reviewer, claim, 'approve')
  expect(await standing(phone, claim.id)).toMatchObject({
    state: 'approved',
    next: { text: expect.stringContaining('出纳') },
  })
  const { programme } = await city.union.claim.deskProgramme({ id: city.programmeId })
  expect(programme.row.books).toMatchObject({ budgetFen: 10_000_000, reservedFen: 30_000, paidFen: 0 })
})
