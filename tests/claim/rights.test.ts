/** What somebody may always do with what they claimed: have it forgotten, bring it along, take it away to read. */
import { createHash } from 'node:crypto'
import * as v from 'valibot'
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
  source,
  startClaimTown,
} from '../builders/claims'
import { answered, paidOut, sentToBank } from '../builders/paying'
import { storedIn } from '../builders/stored'
import { newRequest, type Phone, START } from '../builders/town'
import { DAY, MINUTE } from '../builders/wishes'
import { registered } from '../builders/workers'

let city: ClaimTown
let db: Awaited<ReturnType<typeof storedIn>>

beforeAll(async () => {
  city = await startClaimTown()
  db = await storedIn(city.town.cloud)
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

const erase = async (phone: Phone) => {
  const { card } = await phone.worker.mine({})
  if (!card) throw new Error('no registration')
  return phone.worker.act({ ...once(), id: card.id, version: card.version, action: 'erase', form: {} })
}
const booksOf = (programmeId: string) => db.one('books', programmeId)
/** Storage keeps a file under the hash of its path. */
const isStored = (fileId: string): boolean => {
  const name = createHash('sha256')
    .update(fileId.replace(/^cloud:\/\/[^/]+\//, ''))
    .digest('hex')
  return city.town.cloud.paths().some((path) => path.endsWith(name))
}
const filesOf = async (id: string): Promise<string[]> => {
  const Pictured = v.object({ evidence: v.array(v.object({ fileId: v.string() })) })
  return v.parse(Pictured, await db.one('claims', id)).evidence.map(({ fileId }) => fileId)
}
const countFiles = () => city.town.cloud.paths().filter((path) => path.includes('/files/')).length

const clockComes = async (now: Date) => {
  city.town.cloud.setNow(now)
  await city.town.cloud.tick()
}

const gone = ['ownerId', 'orgId', 'personKey', 'payee', 'account', 'bank', 'accountKey', 'said', 'parts', 'replaced']
/** Nothing of the person stands in the claim, in the lines that paid it, in what was said against it or in storage. */
const expectForgotten = async (id: string) => {
  const claim = await db.one('claims', id)
  for (const field of gone) expect(claim).not.toHaveProperty(field)
  expect(claim).toMatchObject({ siteId: '', streetId: '', evidence: [], isListed: false })
  expect(JSON.stringify(claim?.desk)).not.toContain(city.siteId)
  expect(JSON.stringify(claim)).not.toContain('"sealed"')
  for (const line of await db.all('batchLines', { claimId: id })) {
    for (const field of ['name', 'account', 'bank']) expect(line).not.toHaveProperty(field)
    expect(line.hash).toMatch(/^[0-9a-f]{64}$/)
  }
  for (const objection of await db.all('objections', { claimId: id })) expect(objection).not.toHaveProperty('words')
}

describe('when somebody has their registration erased', () => {
  test('what is not paid ends, and the money kept for it is free again', async () => {
    const programmeId = await opened(city, { title: '还没打', budgetFen: 30_000, ...pictured })
    const phone = await aClaimant(city)
    const evidence = [{ evidenceId: 'contract', fileIds: [await photoOf(city, phone)] }]
    const { claim } = await phone.claim.submit(asked(programmeId, { evidence }))
    const [picture = ''] = await filesOf(claim.id)
    expect(isStored(picture)).toBe(true)
    await act(city.reviewer, claim, 'approve')
    expect(await booksOf(programmeId)).toMatchObject({ freeFen: 0, reservedFen: 30_000 })
    await erase(phone)
    await expectForgotten(claim.id)
    expect(isStored(picture)).toBe(false)
    expect(await db.one('claims', claim.id)).toMatchObject({ state: 'withdrawn', queue: 'none' })
    expect(await booksOf(programmeId)).toMatchObject({ freeFen: 30_000, reservedFen: 0, paidFen: 0 })
    expect(await db.all('claimKeys', { claimId: claim.id })).toEqual([])
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
    await expectForgotten(claim.id)
    expect(await db.one('claims', claim.id)).toMatchObject({ state: state === 'refused' ? 'refused' : 'withdrawn' })
    expect(await db.all('claimKeys', { claimId: claim.id })).toEqual([])
    expect(await booksOf(programmeId)).toMatchObject({ reservedFen: 0, paidFen: 0 })
  })

  test('what was paid keeps its sum in the books, in the batch and under its hash, and whose it was is gone', async () => {
    const programmeId = await opened(city, { title: '打过了' })
    const { phone, id, batchId } = await paidOut(city, programmeId)
    const before = { books: await booksOf(programmeId), batch: await db.one('batches', batchId) }
    await erase(phone)
    await expectForgotten(id)
    expect(await db.one('claims', id)).toMatchObject({ state: 'paid', amountFen: 30_000 })
    expect({ books: await booksOf(programmeId), batch: await db.one('batches', batchId) }).toEqual(before)
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
    await expectForgotten(id)
    expect(await db.one('claims', id)).toMatchObject({ state: 'batched' })
    await answered(city, batchId, true)
    expect(await db.one('claims', id)).toMatchObject({ state: 'paid' })
    expect(await booksOf(programmeId)).toMatchObject({ reservedFen: 0, paidFen: 30_000 })
  })

  test('what the bank sends back then is nobody’s to mend: it ends, and its money is free', async () => {
    const programmeId = await opened(city, { title: '退回来' })
    const { phone, id, batchId } = await sentToBank(city, programmeId)
    await erase(phone)
    await answered(city, batchId, false)
    expect(await db.one('claims', id)).toMatchObject({ state: 'withdrawn' })
    expect(await booksOf(programmeId)).toMatchObject({ freeFen: 10_000_000, reservedFen: 0, paidFen: 0 })
    expect(await db.one('batches', batchId)).toMatchObject({ failed: 1, paid: 0 })
  })

  test('what they answered of themselves goes', async () => {
    const phone = await aClaimant(city)
    await phone.claim.answer({ ...once(), answers: { hasContract: true } })
    const { rows } = { rows: await db.all('declared') }
    await erase(phone)
    expect(await db.all('declared')).toHaveLength(rows.length - 1)
  })

  test('even a claim whose history is full forgets', async () => {
    const programmeId = await opened(city, { title: '满了' })
    const { phone, id } = await paidOut(city, programmeId)
    const claim = await db.one('claims', id)
    const events = Array.isArray(claim?.events) ? claim.events : []
    await db.change('claims', id, { events: [...events, ...Array.from({ length: 200 }, () => events.at(-1))] })
    await erase(phone)
    await expectForgotten(id)
    await db.change('claims', id, { events, version: events.length - 1 })
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
      await clockComes(new Date(START.getTime() + nth * 3 * MINUTE))
      await expectForgotten(id)
      expect(await booksOf(programmeId)).toMatchObject({ reservedFen: 0, paidFen: 0 })
      expect(await db.all('workers', { erasing: { $exists: true } })).toEqual([])
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
      const claims = (await db.all('claims', { programmeId })).filter(({ ownerId }) => ownerId !== undefined)
      expect([round, submitted?.status, claims]).toEqual([round, expect.any(String), []])
      await expect(phone.claim.submit(input)).rejects.toMatchObject({
        code: expect.stringMatching(/^(NOT_|CLAIM_NOT)/),
      })
    }
    for (const { _id } of await db.all('claims', { programmeId })) await expectForgotten(_id)
    expect(await db.all('claimKeys', { programmeId })).toEqual([])
    expect(await booksOf(programmeId)).toMatchObject({ freeFen: 10_000_000, reservedFen: 0 })
  })

  test('an approval at the same moment keeps no money back', async () => {
    const programmeId = await opened(city, { title: '同时批' })
    for (let round = 0; round < 6; round += 1) {
      const { phone, claim } = await claimed(city, {}, programmeId)
      await Promise.allSettled([act(city.reviewer, claim, 'approve'), erase(phone)])
      await expectForgotten(claim.id)
    }
    expect(await booksOf(programmeId)).toMatchObject({ freeFen: 10_000_000, reservedFen: 0, paidFen: 0 })
  })

  test('every chain of what happened stays whole', async () => {
    for (const collection of ['workers', 'programmes', 'claims', 'batches']) {
      const { broken } = await city.town.operator.verifyChains({ ...once(), collection })
      for (const id of broken) console.log(collection, JSON.stringify(await db.one(collection, id), null, 1))
      expect(broken).toEqual([])
    }
  })
})

test('a picture another came in the place of is deleted, and one of a claim that was refused', async () => {
  const programmeId = await opened(city, { title: '换照片', ...pictured })
  const phone = await aClaimant(city)
  const shot = async () => ({ evidence: [{ evidenceId: 'contract', fileIds: [await photoOf(city, phone)] }] })
  const { claim } = await phone.claim.submit({ ...asked(programmeId, await shot()), isDraft: true })
  const [first = ''] = await filesOf(claim.id)
  const kept = { id: claim.id, version: claim.version }
  await phone.claim.submit({ ...asked(programmeId, await shot()), claim: kept, isDraft: true })
  const [second = ''] = await filesOf(claim.id)
  expect([first === second, isStored(first), isStored(second)]).toEqual([false, false, true])
  expect(await db.one('claims', claim.id)).not.toHaveProperty('replaced')
  await phone.claim.submit({ ...asked(programmeId), claim: { ...kept, version: kept.version + 1 } })
  const wanted = asked(programmeId, await shot())
  const before = countFiles()
  await expect(phone.claim.submit(wanted)).rejects.toMatchObject({ code: 'CLAIMED_ALREADY' })
  expect(countFiles()).toBe(before)
})

test('what somebody takes along shows their claims with every row, the whole account, and what they answered', async () => {
  const rules = [{ fact: 'hasContract' as const, must: { is: [true] }, source }]
  const programmeId = await opened(city, { title: '带走看', rules, ...pictured })
  const phone = await aClaimant(city)
  await phone.claim.answer({ ...once(), answers: { hasContract: true } })
  const evidence = [{ evidenceId: 'contract', fileIds: [await photoOf(city, phone), await photoOf(city, phone)] }]
  const given = asked(programmeId, { evidence })
  const { claim } = await phone.claim.submit(given)
  await city.reviewer.claim.act({
    ...once(),
    id: claim.id,
    version: claim.version,
    action: 'refuse',
    form: { reason: '合同过期了' },
  })
  const { sections } = await phone.worker.exportMine(once())
  const of = (title: string) => JSON.stringify(sections.find((section) => section.title === title)?.rows)
  const shown = ['带走看', claim.receiptNo, '300 元', '2 张', given.form.card?.account, '您：交了申领']
  for (const words of [...shown, '工作人员：没同意（合同过期了）']) expect(of('我申领的')).toContain(words)
  expect(of('我答过的')).toContain('合同')
  expect(of('哪家单位算了我')).toBe('[]')
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
  const { batch } = await city.cashier.claim.makeBatch({
    ...once(),
    scope: { level: 'district', id: '310106' },
    programmeId,
  })
  await answered(city, batch.id, true)
  await erase(first)
  const second = await again('oPaidOnceAgain')
  await expect(second.claim.submit(asked(programmeId))).rejects.toMatchObject({ code: 'CLAIMED_ALREADY' })
  const [mark] = await db.all('claimKeys', { claimId: claim.id })
  expect(mark?.eraseOn).toMatch(/^2021-/)
  const lastDay = new Date(`${mark?.eraseOn}T03:00:00.000Z`)
  await clockComes(lastDay)
  expect(await db.all('claimKeys', { claimId: claim.id })).toHaveLength(1)
  await clockComes(new Date(lastDay.getTime() + DAY))
  expect(await db.all('claimKeys', { claimId: claim.id })).toEqual([])
})
