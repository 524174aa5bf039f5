/** What a transaction of the real SDK may rely on: a snapshot, all or nothing, the first writer wins. */
import { answer, closeAll, type Db, open } from './start'

let db: Db
let _: Db['command']
type Transaction = Awaited<ReturnType<typeof db.startTransaction>>
beforeAll(async () => {
  ;({ db, _ } = await open({
    collections: { accounts: {}, keys: { indexes: [{ name: 'oneKey', keys: [['key', 1]], unique: true }] } },
  }))
})
afterAll(closeAll)

const read = async (id: string) => (await answer(db.collection('accounts').doc(id).get())).data
const set = (id: string, data: object) => db.collection('accounts').doc(id).set({ data })

test('writes two documents together, and nobody sees them before the commit', async () => {
  await set('a', { fen: 100 })
  await set('b', { fen: 0 })
  const seen: unknown[] = []
  const result = await db.runTransaction(async (transaction: Transaction) => {
    await transaction
      .collection('accounts')
      .doc('a')
      .update({ data: { fen: _.inc(-30) } })
    await transaction
      .collection('accounts')
      .doc('b')
      .update({ data: { fen: _.inc(30) } })
    seen.push((await answer(transaction.collection('accounts').doc('a').get())).data?.fen, (await read('a'))?.fen)
    return 'done'
  })
  expect(result).toBe('done')
  expect(seen).toEqual([70, 100])
  expect([(await read('a'))?.fen, (await read('b'))?.fen]).toEqual([70, 30])
})

test('leaves nothing behind when the callback throws', async () => {
  await set('c', { fen: 1 })
  const failed = db.runTransaction(async (transaction: Transaction) => {
    await transaction
      .collection('accounts')
      .doc('c')
      .update({ data: { fen: 2 } })
    await transaction.collection('accounts').add({ data: { _id: 'd', fen: 5 } })
    throw new Error('changed my mind')
  })
  await expect(failed).rejects.toThrow('changed my mind')
  expect((await read('c'))?.fen).toBe(1)
  expect((await answer(db.collection('accounts').where({ _id: 'd' }).count())).total).toBe(0)
})

test('reads what was there when it began', async () => {
  await set('e', { fen: 1 })
  const transaction = await db.startTransaction()
  const first = (await answer(transaction.collection('accounts').doc('e').get())).data?.fen
  await set('e', { fen: 2 })
  const second = (await answer(transaction.collection('accounts').doc('e').get())).data?.fen
  await transaction.rollback('enough')
  expect([first, second, (await read('e'))?.fen]).toEqual([1, 1, 2])
})

test('a plain write in between is a conflict at commit, and the SDK tries again', async () => {
  await set('f', { fen: 10 })
  let tries = 0
  await db.runTransaction(async (transaction: Transaction) => {
    tries += 1
    const fen = Number((await answer(transaction.collection('accounts').doc('f').get())).data?.fen)
    await transaction
      .collection('accounts')
      .doc('f')
      .update({ data: { fen: fen + 1 } })
    if (tries === 1)
      await db
        .collection('accounts')
        .doc('f')
        .update({ data: { fen: 100 } })
  })
  expect(tries).toBe(2)
  expect((await read('f'))?.fen).toBe(101)
})

test('the second transaction to write a document fails at once, inside its callback', async () => {
  await set('g', { fen: 1 })
  const first = await db.startTransaction()
  const second = await db.startTransaction()
  await first
    .collection('accounts')
    .doc('g')
    .update({ data: { fen: 2 } })
  await expect(
    second
      .collection('accounts')
      .doc('g')
      .update({ data: { fen: 3 } }),
  ).rejects.toMatchObject({ errCode: -501001 })
  await first.commit()
  expect((await read('g'))?.fen).toBe(2)
})

test('a where inside is refused', async () => {
  const asked = db.runTransaction((transaction: Transaction) =>
    transaction.collection('accounts').where({ fen: 1 }).get(),
  )
  await expect(asked).rejects.toMatchObject({ errCode: -502001 })
})

test('a taken unique value is E11000 where it is written', async () => {
  await db.collection('keys').add({ data: { key: 'taken' } })
  const asked = db.runTransaction((transaction: Transaction) =>
    transaction.collection('keys').add({ data: { key: 'taken' } }),
  )
  await expect(asked).rejects.toMatchObject({ errCode: -502001, errMsg: expect.stringContaining('E11000') })
})

test('twenty transfers at once keep the sum, whoever wins', async () => {
  await set('x', { fen: 1000 })
  await set('y', { fen: 1000 })
  const transfer = (fen: number) =>
    db.runTransaction(async (transaction: Transaction) => {
      const from = Number((await answer(transaction.collection('accounts').doc('x').get())).data?.fen)
      const to = Number((await answer(transaction.collection('accounts').doc('y').get())).data?.fen)
      await transaction
        .collection('accounts')
        .doc('x')
        .update({ data: { fen: from - fen } })
      await transaction
        .collection('accounts')
        .doc('y')
        .update({ data: { fen: to + fen } })
    })
  const done = await Promise.allSettled(Array.from({ length: 20 }, (_one, n) => transfer(n + 1)))
  const [x, y] = [Number((await read('x'))?.fen), Number((await read('y'))?.fen)]
  const moved = done.reduce((sum, one, n) => sum + (one.status === 'fulfilled' ? n + 1 : 0), 0)
  expect([x + y, 1000 - x]).toEqual([2000, moved])
  expect(moved).toBeGreaterThan(0)
})
