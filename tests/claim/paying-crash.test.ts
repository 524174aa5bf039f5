/** A batch of many calls, calls that die between their steps, cashiers who come at once: the same request finishes it, and nothing is done twice. */
import { buildAltered } from '../builders/altered'
import { act, type ClaimTown, opened, standing, startClaimTown } from '../builders/claims'
import { storedIn } from '../builders/stored'
import { newRequest, type Phone } from '../builders/town'
import { patience } from '../property'
import { smallSteps } from './paying/deaths'
import {
  appoint,
  bankFile,
  batched,
  codeOf,
  district,
  failed,
  linesOf,
  makeBatch,
  paid,
  sent,
  takenToBank,
  waiting,
} from './paying/stage'
import { untruePaying } from './paying/truth'

jest.setTimeout(patience(180_000))

let city: ClaimTown
let db: Awaited<ReturnType<typeof storedIn>>
let remove: () => void
beforeAll(async () => {
  const altered = await buildAltered(smallSteps)
  remove = altered.remove
  city = await startClaimTown({ distDir: altered.distDir })
  db = await storedIn(city.town.cloud)
})
afterAll(async () => {
  await city.town.stop()
  remove()
})
const holds = async (): Promise<void> => expect(await untruePaying(db)).toEqual([])
afterEach(holds)

const MOST_DEATHS = 20
/** As a phone does: what died on the way is sent again as it was. Answers what came of it and how often it died. */
const again = async <T>(deed: () => Promise<T>): Promise<{ answer: T; deaths: number }> => {
  for (let deaths = 0; ; deaths += 1)
    try {
      return { answer: await deed(), deaths }
    } catch (error) {
      if (deaths === MOST_DEATHS || !String(error).includes('ended without an answer')) throw error
      await holds()
    }
}
const unevenly = async <T>(race: () => Promise<T>): Promise<T> => {
  const { faults } = city.town.cloud
  const id = faults.on({ at: 'database', kind: 'latency', spreadMs: 20 })
  try {
    return await race()
  } finally {
    faults.off(id)
  }
}

test('of more than one call it numbers without a gap, whoever goes on with it, and without who took theirs back meanwhile', async () => {
  const programmeId = await opened(city, { title: '三次才完' })
  const claims = await waiting(city, 8, programmeId)
  const first = await makeBatch(city.cashier, programmeId)
  expect(first).toMatchObject({ left: 5, batch: { state: 'gathering', lines: 3, totalFen: 90_000, can: ['close'] } })
  const { id } = first.batch
  const file = { requestId: newRequest(), id, form: 'csv', reason: '交给银行' } as const
  expect(await codeOf(city.cashier.claim.batchFile(file))).toBe('ACTION_NOT_ALLOWED')
  expect(await codeOf(sent(city, city.cashier, id, Buffer.from('')))).toBe('ACTION_NOT_ALLOWED')
  await holds()
  const stored = await db.all('claims', { programmeId, queue: 'pay' })
  const left = claims.find((one) => one.id === stored[0]?._id)
  if (!left) throw new Error('nobody is left')
  await act(left.phone, left, 'withdraw')
  const other = await appoint(city, 'cashier', 'oCashier2')
  const second = await makeBatch(other, programmeId, { batchId: id })
  expect(second).toMatchObject({ left: 1, batch: { state: 'gathering', lines: 6 } })
  await holds()
  const third = await makeBatch(other, programmeId, { batchId: id })
  expect(third).toMatchObject({ left: 1, batch: { state: 'gathering', lines: 7 } })
  const last = await makeBatch(city.cashier, programmeId, { batchId: id })
  expect(last).toMatchObject({ left: 0, batch: { state: 'closed', lines: 7, totalFen: 210_000 } })
  expect((await linesOf(city.cashier, id)).map(({ no }) => no)).toEqual([1, 2, 3, 4, 5, 6, 7])
  expect((await standing(left.phone, left.id)).state).toBe('withdrawn')
})

test('a list that is old by the time it writes puts in who still waits, and an empty batch leaves nothing', async () => {
  const programmeId = await opened(city, { title: '旧名单' })
  const claims = await waiting(city, 4, programmeId)
  const asked = (requestId: string) => city.cashier.claim.makeBatch({ requestId, scope: district, programmeId })
  expect(await codeOf(asked('looks-0001'))).toBe('NOTHING_TO_PAY')
  const [first, second, third, fourth] = claims
  if (!first || !second || !third || !fourth) throw new Error('nobody there')
  await act(first.phone, first, 'withdraw')
  await act(third.phone, third, 'withdraw')
  const { batch } = await asked('old-00001')
  expect(batch).toMatchObject({ state: 'closed', lines: 2 })
  expect((await linesOf(city.cashier, batch.id)).map(({ claimId }) => claimId).sort()).toEqual(
    [second.id, fourth.id].sort(),
  )
  await holds()
  expect(await codeOf(asked('old-00002'))).toBe('NOTHING_TO_PAY')
  expect(await db.all('batches', { programmeId })).toHaveLength(1)
})

test('killed after every step, the same request finishes the batch and the bank’s file, and nothing is done twice', async () => {
  const programmeId = await opened(city, { title: '一步一停' })
  const claims = await waiting(city, 5, programmeId)
  const request = { requestId: 'dies-000001', scope: district, programmeId }
  const { answer, deaths } = await again(() => city.cashier.claim.makeBatch(request))
  expect(deaths).toBe(4)
  expect(answer).toMatchObject({ left: 0, batch: { state: 'closed', lines: 5, totalFen: 150_000 } })
  const { id } = answer.batch
  const { lines } = await takenToBank(city.cashier, id)
  expect(lines.map(({ no }) => no)).toEqual(['1', '2', '3', '4', '5'])
  const file = bankFile(lines.map((line, at) => (at % 2 === 0 ? paid(line) : failed(line))))
  const importing = { requestId: newRequest() }
  const { importId } = await sent(city, city.cashier, id, file, importing.requestId)
  expect((await sent(city, city.cashier, id, file, importing.requestId)).importId).toBe(importId)
  const applying = { requestId: 'dies-000002', batchId: id, importId, part: 0 }
  const taken = await again(() => city.cashier.claim.applyResults(applying))
  expect(taken.deaths).toBe(3)
  expect(taken.answer.batch).toMatchObject({ state: 'settled', paid: 3, paidFen: 90_000, failed: 2 })
  expect(taken.answer.rows.map(({ outcome }) => outcome)).toEqual(Array.from({ length: 5 }, () => 'known'))
  const stored = await db.all('claims', { programmeId })
  expect(stored).toHaveLength(claims.length)
  /** Nobody has told them yet: the clock finds them by this. */
  expect(stored.every(({ untoldSince }) => untoldSince !== undefined)).toBe(true)
})

test('cashiers who make a batch and take over a file at once do each line once', async () => {
  const programmeId = await opened(city, { title: '抢着办' })
  await waiting(city, 6, programmeId)
  const others = [await appoint(city, 'cashier', 'oCashier3'), await appoint(city, 'cashier', 'oCashier4')]
  const all: readonly Phone[] = [city.cashier, ...others]
  const request = { requestId: newRequest(), scope: district, programmeId }
  await unevenly(async () => {
    const twice = [0, 1].map(() => codeOf(city.cashier.claim.makeBatch(request)))
    await Promise.all([...twice, ...others.map((one) => codeOf(batched(one, programmeId)))])
  })
  await holds()
  const open = await db.all('batches', { programmeId, state: 'gathering' })
  for (const { _id } of open) {
    let left = 1
    while (left > 0) ({ left } = await makeBatch(city.cashier, programmeId, { batchId: _id }))
  }
  await holds()
  for (const { _id: batchId } of await db.all('batches', { programmeId })) {
    const file = bankFile((await takenToBank(city.cashier, batchId)).lines.map(paid))
    const { importId } = await sent(city, city.cashier, batchId, file)
    const take = (by: Phone) => by.claim.applyResults({ requestId: newRequest(), batchId, importId, part: 0 })
    await unevenly(() => Promise.all(all.map((by) => codeOf(take(by)))))
    await holds()
    expect((await take(city.cashier)).batch.state).toBe('settled')
  }
  const paidOut = await db.all('claims', { programmeId, state: 'paid' })
  expect(paidOut).toHaveLength(6)
})
