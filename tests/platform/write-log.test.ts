/** The log a cloud leaves can be replayed commit by commit: a transaction is whole in each, two writes are not, and nothing is lost to a checkpoint. */
import fc from 'fast-check'
import * as v from 'valibot'
import { keepLog, type Moment } from '../builders/log/replay'
import { patience, runs } from '../property'
import { ended, killChildren, launch, launched } from './child'
import { answer, connect, connectTo, type Db, newBuild, newFolder, removeFolders, start } from './start'

jest.setTimeout(patience(180_000))
afterEach(killChildren)
afterAll(removeFolders)

const shapes = { accounts: v.object({ _id: v.string(), fen: v.number(), filling: v.optional(v.string()) }) }
type Accounts = Moment<typeof shapes>['accounts']
type Transaction = Awaited<ReturnType<Db['startTransaction']>>

const built = { collections: { accounts: {}, others: {} } }
const fenOf = (accounts: Accounts, id: string): number => accounts.find(({ _id }) => _id === id)?.fen ?? 0
const sumOf = (accounts: Accounts): number => accounts.reduce((sum, { fen }) => sum + fen, 0)
const open = async (db: Db): Promise<void> => {
  for (const _id of ['x', 'y']) await db.collection('accounts').add({ data: { _id, fen: 100 } })
}
const both = (db: Db, fen: number) =>
  db.runTransaction(async (transaction: Transaction) => {
    const { inc } = db.command
    await transaction
      .collection('accounts')
      .doc('x')
      .update({ data: { fen: inc(-fen) } })
    await transaction
      .collection('accounts')
      .doc('y')
      .update({ data: { fen: inc(fen) } })
  })

test('each commit since it was kept is one moment, in order, and none before', async () => {
  const dataDir = newFolder()
  const cloud = await start(built, { dataDir })
  const db = await connect(cloud)
  await open(db)
  const log = keepLog(dataDir)
  for (const fen of [1, 2, 3]) await both(db, fen)
  await db.collection('others').add({ data: { _id: 'beside' } })
  for (const [id, fen] of [
    ['x', -10],
    ['y', 10],
  ] as const)
    await db
      .collection('accounts')
      .doc(id)
      .update({ data: { fen: db.command.inc(fen) } })
  await db.collection('accounts').doc('y').remove()
  await cloud.stop()
  const moments = [...log.replay(shapes)].map(({ accounts }) => [fenOf(accounts, 'x'), fenOf(accounts, 'y')])
  log.letGo()
  expect(moments).toEqual([
    [99, 101],
    [97, 103],
    [94, 106],
    [94, 106],
    [84, 106],
    [84, 116],
    [84, 0],
  ])
})

test('many at once and far more pages than a log is usually let grow to: the first moment follows the start, the last is the end', async () => {
  const dataDir = newFolder()
  const cloud = await start(built, { dataDir })
  const db = await connect(cloud)
  await open(db)
  const log = keepLog(dataDir)
  const filling = 'x'.repeat(40_000)
  const fill = (n: number) =>
    db
      .collection('accounts')
      .doc(`filled-${n % 7}`)
      .set({ data: { fen: 0, filling: `${n}${filling}` } })
  for (let n = 0; n < 300; n += 10) {
    await Promise.all(Array.from({ length: 10 }, (_, at) => fill(n + at)))
    await both(db, 1).catch(() => undefined)
  }
  const { data } = await answer(db.collection('accounts').limit(20).get())
  await cloud.stop()
  const moments = [...log.replay(shapes)].map(({ accounts }) => accounts)
  log.letGo()
  expect(moments.map(sumOf).filter((sum) => sum !== 200)).toEqual([])
  expect(moments.length).toBeGreaterThan(60)
  expect([moments[0] && fenOf(moments[0], 'x'), moments.at(-1)]).toEqual([100, expect.arrayContaining(data)])
})

test('what a killed cloud leaves is replayed with what the next one adds', async () => {
  const dist = await newBuild(built)
  const dataDir = newFolder()
  const [after = 5] = fc.sample(fc.integer({ min: 3, max: 20 }), runs(1))
  const first = launch(dist, dataDir)
  const db = await connectTo(await launched(first))
  await open(db)
  const log = keepLog(dataDir)
  for (let n = 0; n < after; n += 1) await both(db, 1)
  const lost = both(db, 1).catch(() => undefined)
  await ended(first, 'SIGKILL')
  await lost
  const second = launch(dist, dataDir)
  await both(await connectTo(await launched(second)), 1)
  await ended(second, 'SIGTERM')
  const moments = [...log.replay(shapes)].map(({ accounts }) => [fenOf(accounts, 'x'), sumOf(accounts)])
  log.letGo()
  expect(moments.filter(([, sum]) => sum !== 200)).toEqual([])
  const seen = [...new Set(moments.map(([x]) => x))]
  expect(seen).toEqual(seen.map((_, at) => 99 - at + (seen[0] === 100 ? 1 : 0)))
  expect(seen.length).toBeGreaterThan(after)
})
