/** What an erasure takes out of claims, and what of the money stays: with every state, every crash and everything at the same moment. */
import { figures } from '../../domain/kernel/money'
import {
  aClaimant,
  act,
  approved,
  type ClaimTown,
  claimed,
  form,
  opened,
  photoOf,
  startClaimTown,
} from '../builders/claims'
import { erase, type Left, leftIn } from '../builders/forgotten'
import { answered, batched, paidOut, sentToBank } from '../builders/paying'
import { newRequest, START } from '../builders/town'
import { DAY, MINUTE } from '../builders/wishes'
import { registered } from '../builders/workers'

let city: ClaimTown
let left: Left

beforeAll(async () => {
  city = await startClaimTown()
  left = await leftIn(city)
})
afterAll(() => city.town.stop())
afterEach(() => city.town.cloud.faults.off())

const once = () => ({ requestId: newRequest() })
const pictured = { evidence: [{ evidenceId: 'contract', label: '合同照片', atLeast: 0, atMost: 2 }] }
const asked = (programmeId: string, over = {}) => ({
  ...once(),
  programmeId,
  edition: 1,
  period: 'once' as const,
  form: form(over),
})

describe('when somebody has their registration erased', () => {
  test('what is not paid ends, and the money kept for it is free again', async () => {
    const programmeId = await opened(city, { title: '还没打', budgetFen: 30_000, ...pictured })
    const phone = await aClaimant(city)
    const evidence = [{ evidenceId: 'contract', fileIds: [await photoOf(city, phone)] }]
    const { claim } = await phone.claim.submit(asked(programmeId, { evidence }))
    const [picture = ''] = await left.filesOf(claim.id)
    expect(left.isStored(picture)).toBe(true)
    await act(city.reviewer, claim, 'approve')
    expect(await left.booksOf(programmeId)).toMatchObject({ freeFen: 0, reservedFen: 30_000 })
    await erase(phone)
    expect(await left.tracesIn(claim.id)).toEqual([])
    expect(left.isStored(picture)).toBe(false)
    expect(await left.db.one('claims', claim.id)).toMatchObject({ state: 'withdrawn', queue: 'none' })
    expect(await left.booksOf(programmeId)).toMatchObject({ freeFen: 30_000, reservedFen: 0, paidFen: 0 })
    expect(await left.db.all('claimKeys', { claimId: claim.id })).toEqual([])
    expect((await phone.claim.mine({})).claims).toEqual([])
  })

  test.each(['draft', 'submitted', 'returned', 'refused'] as const)('%s leaves nobody named', async (state) => {
    const programmeId = await opened(city, { title: `到${state}` })
    const phone = await aClaimant(city)
    const { claim } = await phone.claim.submit({ ...asked(programmeId), isDraft: state === 'draft' })
    const by = { ...once(), id: claim.id, version: claim.version }
    const reason = '看不清'
    if (state === 'returned')
      await city.reviewer.claim.act({ ...by, action: 'return', form: { reason, parts: ['card'] } })
    if (state === 'refused') await city.reviewer.claim.act({ ...by, action: 'refuse', form: { reason } })
    await erase(phone)
    expect(await left.tracesIn(claim.id)).toEqual([])
    expect(await left.db.one('claims', claim.id)).toMatchObject({
      state: state === 'refused' ? 'refused' : 'withdrawn',
    })
    expect(await left.db.all('claimKeys', { claimId: claim.id })).toEqual([])
    expect(await left.booksOf(programmeId)).toMatchObject({ reservedFen: 0, paidFen: 0 })
  })

  test('what was paid keeps its sum in the books, in the batch and under its hash, and whose it was is gone', async () => {
    const programmeId = await opened(city, { title: '打过了' })
    const { phone, id, batchId } = await paidOut(city, programmeId)
    const before = { books: await left.booksOf(programmeId), batch: await left.db.one('batches', batchId) }
    await erase(phone)
    expect(await left.tracesIn(id)).toEqual([])
    expect(await left.db.one('claims', id)).toMatchObject({ state: 'paid', amountFen: 30_000 })
    expect({ books: await left.booksOf(programmeId), batch: await left.db.one('batches', batchId) }).toEqual(before)
    const { lines } = await city.cashier.claim.batch({ id: batchId })
    expect(lines).toMatchObject([{ maskedName: '删了登记', maskedAccount: '', amountFen: 30_000, outcome: 'paid' }])
    const file = await city.cashier.claim.batchFile({ ...once(), id: batchId, form: 'csv', reason: '对账' })
    const text = await (await fetch(file.fileUrl)).text()
    expect(text).toContain('删了登记')
    expect(text).toContain(figures(lines[0]?.amountFen ?? file.totalFen))
  })

  test('what is at the bank is still paid, where the bank takes it', async () => {
    const programmeId = await opened(city, { title: '在银行' })
    const { phone, id, batchId } = await sentToBank(city, programmeId)
    await erase(phone)
    expect(await left.tracesIn(id)).toEqual([])
    expect(await left.db.one('claims', id)).toMatchObject({ state: 'batched' })
    await answered(city, batchId, true)
    expect(await left.db.one('claims', id)).toMatchObject({ state: 'paid' })
    expect(await left.booksOf(programmeId)).toMatchObject({ reservedFen: 0, paidFen: 30_000 })
  })

  test('what the bank sends back then is nobody’s to mend: it ends, and its money is free', async () => {
    const programmeId = await opened(city, { title: '退回来' })
    const { phone, id, batchId } = await sentToBank(city, programmeId)
    await erase(phone)
    await answered(city, batchId, false)
    expect(await left.db.one('claims', id)).toMatchObject({ state: 'withdrawn' })
    expect(await left.booksOf(programmeId)).toMatchObject({ freeFen: 10_000_000, reservedFen: 0, paidFen: 0 })
    expect(await left.db.one('batches', batchId)).toMatchObject({ failed: 1, paid: 0 })
  })

  test('what they answered of themselves goes', async () => {
    const phone = await aClaimant(city)
    await phone.claim.answer({ ...once(), answers: { hasContract: true } })
    const before = await left.db.all('declared')
    await erase(phone)
    expect(await left.db.all('declared')).toHaveLength(before.length - 1)
  })

  test('even a claim whose history is full forgets', async () => {
    const programmeId = await opened(city, { title: '满了' })
    const { phone, id } = await paidOut(city, programmeId)
    const claim = await left.db.one('claims', id)
    const events = Array.isArray(claim?.events) ? claim.events : []
    await left.db.change('claims', id, { events: [...events, ...Array.from({ length: 200 }, () => events.at(-1))] })
    await erase(phone)
    expect(await left.tracesIn(id)).toEqual([])
    await left.db.change('claims', id, { events, version: events.length - 1 })
  })
})

describe('whatever happens at the same moment', () => {
  test('what a crash left undone the clock finishes, wherever it fell', async () => {
    for (const nth of [2, 3, 4, 5, 6, 8]) {
      const programmeId = await opened(city, { title: `断在${nth}` })
      const { phone, id } = await approved(city, {}, programmeId)
      city.town.cloud.faults.on({ at: 'database', kind: 'error', name: 'modifyDocument', by: 'worker', nth })
      const answer = await erase(phone).then(
        () => 'erased',
        () => 'broken',
      )
      city.town.cloud.faults.off()
      const { card } = await phone.worker.mine({})
      if (card) {
        expect([nth, answer]).toEqual([nth, 'broken'])
        await erase(phone)
      }
      await left.clockComes(new Date(START.getTime() + nth * 3 * MINUTE))
      expect(await left.tracesIn(id)).toEqual([])
      expect(await left.booksOf(programmeId)).toMatchObject({ reservedFen: 0, paidFen: 0 })
      expect(await left.db.all('workers', { erasing: { $exists: true } })).toEqual([])
    }
    city.town.cloud.setNow(START)
  })

  test('a claim handed in while its worker is erased ends with the rest', async () => {
    const programmeId = await opened(city, { title: '同时', ...pictured })
    for (let round = 0; round < 8; round += 1) {
      const phone = await aClaimant(city)
      const evidence = [{ evidenceId: 'contract', fileIds: [await photoOf(city, phone)] }]
      const input = asked(programmeId, { evidence })
      const [submitted] = await Promise.allSettled([
        phone.claim.submit(input),
        erase(phone),
        phone.claim.answer({ ...once(), answers: { hasContract: true } }),
      ])
      const claims = (await left.db.all('claims', { programmeId })).filter(({ ownerId }) => ownerId !== undefined)
      expect([round, submitted?.status, claims]).toEqual([round, expect.any(String), []])
      await expect(phone.claim.submit(input)).rejects.toMatchObject({
        code: expect.stringMatching(/^(NOT_|CLAIM_NOT)/),
      })
    }
    for (const { _id } of await left.db.all('claims', { programmeId })) expect(await left.tracesIn(_id)).toEqual([])
    expect(await left.db.all('claimKeys', { programmeId })).toEqual([])
    expect(await left.booksOf(programmeId)).toMatchObject({ freeFen: 10_000_000, reservedFen: 0 })
  })

  test('an approval at the same moment keeps no money back', async () => {
    const programmeId = await opened(city, { title: '同时批' })
    for (let round = 0; round < 6; round += 1) {
      const { phone, claim } = await claimed(city, {}, programmeId)
      await Promise.allSettled([act(city.reviewer, claim, 'approve'), erase(phone)])
      expect(await left.tracesIn(claim.id)).toEqual([])
    }
    expect(await left.booksOf(programmeId)).toMatchObject({ freeFen: 10_000_000, reservedFen: 0, paidFen: 0 })
  })

  test('every chain of what happened stays whole', async () => {
    for (const collection of ['workers', 'programmes', 'claims', 'batches']) {
      const { broken } = await city.town.operator.verifyChains({ ...once(), collection })
      for (const id of broken) console.log(collection, JSON.stringify(await left.db.one(collection, id), null, 1))
      expect(broken).toEqual([])
    }
  })
})

/** Last of all: no clock goes back. */
test('the same document is not paid a second time under a new registration, until it would have been gone anyhow', async () => {
  const programmeId = await opened(city, { title: '领过一次' })
  const document = { kind: 'passport', number: 'E70605051' } as const
  const again = async (openid: string) =>
    (await registered(city.town, openid, city.scene, { document, bornOn: '1990-01-01' })).phone
  const first = await again('oPaidOnce')
  const { claim } = await first.claim.submit(asked(programmeId))
  await act(city.reviewer, claim, 'approve')
  await answered(city, (await batched(city, programmeId)).id, true)
  await erase(first)
  const second = await again('oPaidOnceAgain')
  await expect(second.claim.submit(asked(programmeId))).rejects.toMatchObject({ code: 'CLAIMED_ALREADY' })
  const [mark] = await left.db.all('claimKeys', { claimId: claim.id })
  expect(mark?.eraseOn).toMatch(/^2021-/)
  const lastDay = new Date(`${mark?.eraseOn}T03:00:00.000Z`)
  await left.clockComes(lastDay)
  expect(await left.db.all('claimKeys', { claimId: claim.id })).toHaveLength(1)
  await left.clockComes(new Date(lastDay.getTime() + DAY))
  expect(await left.db.all('claimKeys', { claimId: claim.id })).toEqual([])
})
