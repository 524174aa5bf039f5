/** Killed at any instant under a mixed load: what was acknowledged is there, what was half done is not. */
import fc from 'fast-check'
import { patience, runs } from '../property'
import { ended, killChildren, launch, launched } from './child'
import { type Load, startLoad } from './load'
import { connectTo, newBuild, newFolder, removeFolders } from './start'

jest.setTimeout(patience(180_000))
afterEach(killChildren)
afterAll(removeFolders)

const instants = fc.sample(fc.record({ after: fc.integer({ min: 1, max: 200 }), seed: fc.nat() }), runs(4))

test('every acknowledged write is there, and no transaction is half there', async () => {
  const dist = await newBuild({
    collections: {
      things: { indexes: [{ name: 'byRound', keys: [['round', 1]] }] },
      moves: { indexes: [{ name: 'byRound', keys: [['round', 1]] }] },
      counters: {},
      accounts: {},
    },
  })
  const dataDir = newFolder()
  let load: Load | undefined
  for (const [round, { after, seed }] of instants.entries()) {
    const child = launch(dist, dataDir)
    const db = await connectTo(await launched(child))
    if (load) expect([round, await load.lost(db)]).toEqual([round, []])
    load = await startLoad(db, { round, seed, before: load })
    await load.acknowledged(after)
    await ended(child, 'SIGKILL')
    await load.over()
  }
  const db = await connectTo(await launched(launch(dist, dataDir)))
  expect(await load?.lost(db)).toEqual([])
})
