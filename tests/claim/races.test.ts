/** Two hundred approvals at once against a budget for fifty, on four instances, killed on the way: at every commit the books add up. */

import { DEFAULT_BOUNDS } from '../../platform/cloud/functions/pool'
import type { ClaimTown } from '../builders/claims'
import { keepLog } from '../builders/log/replay'
import { newRequest, type Phone } from '../builders/town'
import { patience } from '../property'
import { withBuild } from '../wish/race/deaths'
import { countOf, type Outcome } from '../wish/race/stage'
import { bankFile, batched, failed, paid, sent, takenToBank } from './paying/stage'
import { untruePaying } from './paying/truth'
import { mortal, readsThenWrites } from './race/deaths'
import { AMOUNT, type Asked, approvesTwice, Race } from './race/stage'
import { moneyIn, moneyShapes, untrueMoney } from './race/truth'

jest.setTimeout(patience(400_000))

const WORKERS = 200
const FOR = 50
/** Not quite enough for one more. */
const BUDGET = FOR * AMOUNT + AMOUNT - 1

const race = new Race()
let log: ReturnType<typeof keepLog>
beforeAll(async () => {
  await race.begin(WORKERS)
  log = keepLog(race.dataDir)
})
afterAll(async () => {
  await race.stop()
  log.letGo()
  race.remove()
})

const untrueNow = async (): Promise<string[]> => untrueMoney(await moneyIn(await race.stored()))

/** Everybody at once, the two reviewers by turns. */
const approveAll = (asked: readonly Asked[]): Promise<[Outcome, Outcome][]> =>
  race.unevenly(() =>
    Promise.all(
      asked.map((claim, n) => approvesTwice(race, n % 2 ? race.city.reviewer : race.city.otherReviewer, claim)),
    ),
  )

const expectFifty = async (outcomes: readonly [Outcome, Outcome][], asked: readonly Asked[]): Promise<void> => {
  expect(outcomes.filter(([one, other]) => one !== other)).toEqual([])
  expect(countOf(outcomes.map(([one]) => one))).toEqual({ done: FOR, BUDGET_SPENT: asked.length - FOR })
  const ids = new Set(asked.map(({ id }) => id))
  const { claims } = await moneyIn(await race.stored())
  expect(claims.filter(({ _id, state }) => ids.has(_id) && state === 'approved')).toHaveLength(FOR)
  expect(await untrueNow()).toEqual([])
}

const wanted = async (asked: readonly Asked[], state: string): Promise<Asked[]> => {
  const { claims } = await moneyIn(await race.stored())
  const versions = new Map(claims.filter((claim) => claim.state === state).map(({ _id, version }) => [_id, version]))
  return asked.flatMap((claim) => {
    const version = versions.get(claim.id)
    return version === undefined ? [] : [{ ...claim, version }]
  })
}

let first: Asked[]

test('fifty are approved, a hundred and fifty are told that the money is gone, and each hears the same twice', async () => {
  expect(DEFAULT_BOUNDS.perFunction).toBeGreaterThanOrEqual(4)
  first = await race.programme('两百人抢五十份', BUDGET)
  await expectFifty(await approveAll(first), first)
})

test('thirty step back while all who were refused are tried again: whoever is approved has the place of one who left', async () => {
  const [leaving, waiting] = [(await wanted(first, 'approved')).slice(0, 30), await wanted(first, 'submitted')]
  const withdraws = ({ id, version, owner }: Asked) => {
    const deed = { requestId: newRequest(), id, version, action: 'withdraw', form: {} } as const
    const send = () => race.insists(() => race.city.town.phone(owner).claim.act(deed))
    return Promise.all([send(), send()])
  }
  const [left, tried] = await race.unevenly(() =>
    Promise.all([Promise.all(leaving.map(withdraws)), approveAll(waiting)]),
  )
  expect(countOf(left.flat())).toEqual({ done: 60 })
  expect(await untrueNow()).toEqual([])
  const { done = 0 } = countOf(tried.map(([one]) => one))
  expect(done).toBeLessThanOrEqual(30)
  const again = await approveAll(await wanted(first, 'submitted'))
  expect(countOf(again.map(([one]) => one)).done ?? 0).toBe(30 - done)
  expect(await wanted(first, 'approved')).toHaveLength(FOR)
  expect(await untrueNow()).toEqual([])
})

type Deed = Parameters<ClaimTown['cashier']['claim']['act']>[0]

/** Sent twice at once, whatever comes of it. */
const twice = (by: Phone, deed: Deed): Promise<[Outcome, Outcome]> => {
  const send = () => race.hears(() => by.claim.act(deed))
  return Promise.all([send(), send()])
}
const doneIn = (outcomes: readonly [Outcome, Outcome][]): number =>
  outcomes.filter((pair) => pair.includes('done')).length

test('put into a batch, paid and bounced by the bank’s file told twice, recalled and paid back while their owners tap', async () => {
  const { cashier, reviewer, town } = race.city
  const [programmeId = ''] = first.map((claim) => claim.programmeId)
  const once = ({ id, version }: Asked) => ({ requestId: newRequest(), id, version })
  const taps = (action: 'withdraw' | 'confirm', all: readonly Asked[]) =>
    Promise.all(all.map((claim) => twice(town.phone(claim.owner), { ...once(claim), action, form: {} })))

  const standing = await wanted(first, 'approved')
  const [left, batch] = await race.unevenly(() =>
    Promise.all([taps('withdraw', standing.slice(0, 10)), batched(cashier, programmeId)]),
  )
  const inBank = await wanted(first, 'batched')
  expect([inBank.length, batch.lines]).toEqual([FOR - doneIn(left), inBank.length])
  expect(await untruePaying(await race.stored())).toEqual([])

  const { lines } = await takenToBank(cashier, batch.id)
  const file = bankFile(lines.map((line, n) => (n % 3 === 0 ? failed(line) : paid(line))))
  const { importId, parts } = await sent(race.city, cashier, batch.id, file)
  const told = (n: number) =>
    race.insists(() =>
      cashier.claim.applyResults({ requestId: newRequest(), batchId: batch.id, importId, part: n % parts }),
    )
  expect(countOf(await race.unevenly(() => Promise.all([0, 1, 2].map(told))))).toEqual({ done: 3 })
  expect(await untruePaying(await race.stored())).toEqual([])

  const out = await wanted(first, 'paid')
  const recalls = (claim: Asked) => twice(reviewer, { ...once(claim), action: 'recall', form: { reason: '重复领了' } })
  await race.unevenly(() => Promise.all([taps('confirm', out), Promise.all(out.slice(0, 12).map(recalls))]))
  const back = await wanted(first, 'recalled')
  const repays = (claim: Asked) => twice(cashier, { ...once(claim), action: 'repay', form: { receipt: '回单 1' } })
  expect(doneIn(await race.unevenly(() => Promise.all(back.map(repays))))).toBe(back.length)
  expect([await untruePaying(await race.stored()), await untrueNow()]).toEqual([[], []])
})

test('killed again and again before and after the commit, nobody is approved twice and no fen is lost', async () => {
  await withBuild(mortal, async (distDir) => {
    await race.goOn(distDir)
    const asked = await race.programme('一边抢一边断', BUDGET)
    await expectFifty(await approveAll(asked), asked)
    const calls = race.city.town.cloud.calls()
    expect(calls.filter(({ failure }) => failure?.includes('ended without an answer')).length).toBeGreaterThan(5)
    await race.stop()
  })
})

/** Every commit since everybody was registered: how many changed books, and what was untrue in any. */
const replayed = (): { entries: number; untrue: string[] } => {
  const seen = new Set<string>()
  const untrue: string[] = []
  for (const { books, claims } of log.replay(moneyShapes)) {
    for (const { _id, version } of books) seen.add(`${_id} ${version}`)
    untrue.push(...untrueMoney({ books, claims }))
  }
  return { entries: seen.size, untrue }
}

test('at every commit of all that, replayed from the log, reserved, paid and free are the budget', () => {
  const { entries, untrue } = replayed()
  expect(untrue).toEqual([])
  /** Fifty approved, thirty gone and thirty more; fifty again. Of entries in one commit only the last is seen. */
  expect(entries).toBeGreaterThan(100)
})

test('handlers that read and then write are found out by such a race, live and in the log', async () => {
  await withBuild(readsThenWrites, async (distDir) => {
    await race.goOn(distDir)
    const asked = await race.programme('先看再写', BUDGET, race.owners.slice(0, 80))
    const outcomes = await approveAll(asked)
    expect(countOf(outcomes.map(([one]) => one)).done).toBeGreaterThan(0)
    expect(await untrueNow()).not.toEqual([])
    await race.stop()
  })
  expect(replayed().untrue.length).toBeGreaterThan(10)
})
