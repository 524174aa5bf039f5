/** Stores many claims, sealed and indexed as real ones are, past the door: two hundred thousand through it would take hours. */
import { randomUUID } from 'node:crypto'
import { fen as fenOf } from '../../../domain/kernel/money'

const IN_FLIGHT = 16
const AT_ONCE = 50

type Stands = {
  readonly state: 'submitted' | 'approved'
  readonly queue: 'review' | 'pay'
  readonly awaits?: 'cashier'
}
const toReview: Stands = { state: 'submitted', queue: 'review' }

/** Claims that wait to be looked at, each of somebody else, due one after the other. */
export async function seedClaims(programmeId: string, from: number, to: number, stands = toReview): Promise<void> {
  const { insertMany } = await import('../../../cloudfunctions/_lib/cloud')
  const { dueKeyOf } = await import('../../../cloudfunctions/_lib/claimMove')
  const { listKeyOf } = await import('../../../cloudfunctions/_lib/lists')
  const { eventRow } = await import('../../../cloudfunctions/_lib/history')
  const place = { cityId: '310000', districtId: '310106', streetId: '310106014', siteId: 'bench' }
  const claimAt = (n: number) => {
    const _id = randomUUID().replaceAll('-', '')
    const at = new Date(Date.UTC(2021, 1, 1) + n * 1000).toISOString()
    const dueAt = new Date(Date.UTC(2021, 1, 20) + n * 1000).toISOString()
    const move = { requestId: `seed-${n}`, action: 'submit', from: '', to: 'submitted', by: `seed-${n}`, at }
    return {
      _id,
      ...place,
      desk: place,
      programmeId,
      edition: 1,
      period: 'once' as const,
      benefit: 'phone' as const,
      claimant: 'worker' as const,
      title: '项目 0',
      ownerId: `seed-${n}`,
      writtenBy: 'seed',
      amountFen: fenOf(30_000),
      people: 1,
      payee: '王建军',
      account: '6222021234567890128',
      bank: '工商银行',
      accountKey: `seed-account-${n}`,
      said: '{}',
      evidence: [],
      isClear: true,
      ...stands,
      dueKey: dueKeyOf(dueAt, _id),
      isLate: false,
      isListed: false,
      receiptNo: `20210201-${n}`,
      submittedAt: at,
      createdAt: at,
      listKey: listKeyOf(at, _id),
      version: 0,
      enteredAt: at,
      dueAt,
      wakeAt: dueAt,
      toldThrough: 1,
      events: [eventRow(_id, [], move, {})],
    }
  }
  let at = from
  const runner = async (): Promise<void> => {
    while (at < to) {
      const first = at
      at += AT_ONCE
      const some = Array.from({ length: Math.min(AT_ONCE, to - first) }, (_, n) => claimAt(first + n))
      if (!(await insertMany('claims', some))) throw new Error('a claim that is there already')
    }
  }
  await Promise.all(Array.from({ length: IN_FLIGHT }, runner))
}

/** Claims that wait for the cashier, each of somebody whose phone is known, with the books that reserve their money. */
export async function seedPayable(programmeId: string, count: number): Promise<void> {
  const { change, get, insertMany } = await import('../../../cloudfunctions/_lib/cloud')
  await seedClaims(programmeId, 0, count, { state: 'approved', queue: 'pay', awaits: 'cashier' })
  const createdAt = new Date().toISOString()
  for (let at = 0; at < count; at += AT_ONCE) {
    const people = Array.from({ length: Math.min(AT_ONCE, count - at) }, (_, n) => ({
      _id: `seed-${at + n}`,
      version: 0,
      openid: `oSeed${String(at + n).padStart(8, '0')}`,
      grants: [],
      registeredCount: 1,
      createdAt,
    }))
    await insertMany('people', people)
  }
  const books = await get('books', programmeId)
  if (!books) throw new Error('no books')
  const reservedFen = fenOf(30_000 * count)
  const freeFen = fenOf(books.budgetFen - reservedFen)
  await change('books', programmeId, {}, { set: { freeFen, reservedFen, placesUsed: count } })
}
