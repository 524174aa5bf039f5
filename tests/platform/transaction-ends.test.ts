/** How a transaction ends, and what its unique values and its retries come to. */
import type { Cloud } from '../../platform/cloud'
import { answer, closeAll, type Db, failureOf, open } from './start'

let cloud: Cloud
let db: Db
let _: Db['command']
type Transaction = Awaited<ReturnType<typeof db.startTransaction>>
beforeAll(async () => {
  ;({ cloud, db, _ } = await open({
    collections: { accounts: {}, keys: { indexes: [{ name: 'oneKey', keys: [['key', 1]], unique: true }] } },
  }))
})
afterAll(closeAll)

const read = async (id: string) => (await answer(db.collection('accounts').doc(id).get())).data
const set = (id: string, data: object) => db.collection('accounts').doc(id).set({ data })

describe('its end', () => {
  const BEGIN = new Date('2021-02-07T02:00:00.000Z')
  afterEach(() => cloud.setNow(undefined))

  test('comes by itself after a minute, and nothing of it stays', async () => {
    await set('slow', { fen: 1 })
    cloud.setNow(BEGIN)
    const transaction = await db.startTransaction()
    await transaction
      .collection('accounts')
      .doc('slow')
      .update({ data: { fen: 2 } })
    cloud.setNow(new Date(BEGIN.getTime() + 61_000))
    await expect(transaction.commit()).rejects.toMatchObject({ code: 'DATABASE_REQUEST_FAILED' })
    expect((await read('slow'))?.fen).toBe(1)
    expect(
      (
        await answer(
          db
            .collection('accounts')
            .doc('slow')
            .update({ data: { fen: 3 } }),
        )
      ).stats.updated,
    ).toBe(1)
  })

  test('is one: nothing follows a commit or a rollback', async () => {
    const done = await db.startTransaction()
    await done.commit()
    const given = await db.startTransaction()
    await given.rollback('no')
    for (const transaction of [done, given])
      expect(await failureOf(transaction.collection('accounts').doc('a').get())).toMatchObject({ errCode: -502001 })
  })

  test('by rollback rejects with its reason', async () => {
    const asked = db.runTransaction(async (transaction: Transaction) => {
      await transaction.collection('accounts').add({ data: { _id: 'taken back' } })
      await transaction.rollback('not today')
    })
    await expect(asked).rejects.toBe('not today')
    expect((await answer(db.collection('accounts').where({ _id: 'taken back' }).count())).total).toBe(0)
  })
})

test('a conflict at every commit is tried as often as asked, then told under its own name', async () => {
  await set('busy', { fen: 0 })
  let tries = 0
  const asked = db.runTransaction(async (transaction: Transaction) => {
    tries += 1
    await transaction
      .collection('accounts')
      .doc('busy')
      .update({ data: { fen: -1 } })
    await db
      .collection('accounts')
      .doc('busy')
      .update({ data: { fen: _.inc(1) } })
  }, 2)
  await expect(asked).rejects.toMatchObject({ code: 'DATABASE_TRANSACTION_CONFLICT' })
  expect([tries, (await read('busy'))?.fen]).toEqual([3, 3])
})

test('two that only read the same document do not disturb each other, nor one that read what another writes', async () => {
  await set('left', { fen: 1 })
  await set('right', { fen: 1 })
  const one = await db.startTransaction()
  const other = await db.startTransaction()
  for (const transaction of [one, other])
    for (const id of ['left', 'right']) await transaction.collection('accounts').doc(id).get()
  await one
    .collection('accounts')
    .doc('left')
    .update({ data: { fen: 0 } })
  await other
    .collection('accounts')
    .doc('right')
    .update({ data: { fen: 0 } })
  await one.commit()
  await other.commit()
  expect([(await read('left'))?.fen, (await read('right'))?.fen]).toEqual([0, 0])
})

test('set creates, replaces and removes within it, and reads what it wrote', async () => {
  await set('old', { fen: 1, more: true })
  const seen = await db.runTransaction(async (transaction: Transaction) => {
    const accounts = transaction.collection('accounts')
    const created = await answer(accounts.doc('new').set({ data: { fen: 5 } }))
    const replaced = await answer(accounts.doc('old').set({ data: { fen: 2 } }))
    const removed = await answer(accounts.doc('new').remove())
    const gone = await failureOf(accounts.doc('new').get())
    return [replaced.stats, removed.stats, gone.errMsg, (await answer(accounts.doc('old').get())).data, created._id]
  })
  expect(seen).toEqual([
    // The SDK itself counts no creation in a transaction.
    { updated: 1, created: 0 },
    { removed: 1 },
    expect.stringContaining('does not exist'),
    { _id: 'old', fen: 2 },
    'new',
  ])
  expect((await answer(db.collection('accounts').where({ _id: 'new' }).count())).total).toBe(0)
})

describe('unique values', () => {
  const keys = (transaction: Transaction) => transaction.collection('keys')

  test('may change places within one transaction', async () => {
    await db.collection('keys').add({ data: { _id: 'p', key: 'P' } })
    await db.collection('keys').add({ data: { _id: 'q', key: 'Q' } })
    await db.runTransaction(async (transaction: Transaction) => {
      await keys(transaction)
        .doc('p')
        .update({ data: { key: 'between' } })
      await keys(transaction)
        .doc('q')
        .update({ data: { key: 'P' } })
      await keys(transaction)
        .doc('p')
        .update({ data: { key: 'Q' } })
    })
    const { data } = await answer(
      db
        .collection('keys')
        .where({ _id: _.in(['p', 'q']) })
        .orderBy('_id', 'asc')
        .get(),
    )
    expect(data.map(({ key }) => key)).toEqual(['Q', 'P'])
  })

  test('may not stand twice within one', async () => {
    const asked = db.runTransaction(async (transaction: Transaction) => {
      await keys(transaction).add({ data: { key: 'twice' } })
      await keys(transaction).add({ data: { key: 'twice' } })
    })
    await expect(asked).rejects.toMatchObject({ errMsg: expect.stringContaining('E11000') })
  })

  test('taken by somebody else meanwhile are a conflict, and the next try is told', async () => {
    let tries = 0
    const asked = db.runTransaction(async (transaction: Transaction) => {
      tries += 1
      await keys(transaction).add({ data: { key: 'wanted' } })
      await db.collection('keys').add({ data: { key: 'wanted' } })
    })
    await expect(asked).rejects.toMatchObject({ errMsg: expect.stringContaining('E11000') })
    expect(tries).toBe(2)
  })
})
