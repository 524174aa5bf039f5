/** A mixed load of many hands, which remembers what was acknowledged and can tell what of it is missing. */
import type { connectTo } from './start'
import { answer } from './start'

type Db = Awaited<ReturnType<typeof connectTo>>

const HANDS = 12
const ACCOUNTS = ['a', 'b', 'c', 'd', 'e', 'f']
const FILLING = 'x'.repeat(2000)

/** A repeatable sequence of numbers below `bound`. */
function dice(seed: number): (bound: number) => number {
  let state = (seed % 2_147_483_646) + 1
  return (bound) => {
    state = (state * 48_271) % 2_147_483_647
    return state % bound
  }
}

export interface Load {
  /** Resolves when so many writes were acknowledged. */
  acknowledged(count: number): Promise<void>
  /** Resolves when every hand has met the end. */
  over(): Promise<void>
  /** What was acknowledged and is not there, or is there half. */
  lost(db: Db): Promise<string[]>
  balances: Map<string, number>
}

export interface LoadOptions {
  round: number
  seed: number
  before: Load | undefined
}

/** What the hands of one round know. */
class Memory {
  readonly kept = new Set<string>()
  readonly removed = new Set<string>()
  /** Of each counter, the least it may stand at and the most. */
  readonly counters = new Map<string, { least: number; most: number }>()
  readonly moved = new Set<string>()
  count = 0
  private readonly waiting: { at: number; tell: () => void }[] = []

  acknowledge(): void {
    this.count += 1
    for (const { at, tell } of this.waiting) if (this.count >= at) tell()
  }

  reached(at: number): Promise<void> {
    return new Promise((tell) => (this.count >= at ? tell() : this.waiting.push({ at, tell })))
  }
}

type Deed = (db: Db, memory: Memory, id: string, roll: (bound: number) => number) => Promise<void>

const add: Deed = async (db, memory, id) => {
  const [round = '', hand] = id.split('-')
  await answer(db.collection('things').add({ data: { _id: id, round: Number(round), hand, filling: FILLING } }))
  memory.kept.add(id)
}

/** Adds and takes away again: an acknowledged removal stays one. */
const remove: Deed = async (db, memory, id) => {
  const [round = ''] = id.split('-')
  await answer(db.collection('things').add({ data: { _id: id, round: Number(round) } }))
  await answer(db.collection('things').doc(id).remove())
  memory.removed.add(id)
}

const count: Deed = async (db, memory, id) => {
  const counter = id.slice(0, id.lastIndexOf('-'))
  const stands = memory.counters.get(counter) ?? { least: 0, most: 0 }
  memory.counters.set(counter, stands)
  stands.most += 1
  const document = db.collection('counters').doc(counter)
  if (stands.most === 1) await answer(document.set({ data: { n: 1 } }))
  else await answer(document.update({ data: { n: db.command.inc(1) } }))
  stands.least += 1
}

/** Moves money from one account to another and writes down that it did: all three or none. */
const move: Deed = async (db, memory, id, roll) => {
  const [round = ''] = id.split('-')
  const from = roll(ACCOUNTS.length)
  const to = (from + 1 + roll(ACCOUNTS.length - 1)) % ACCOUNTS.length
  const amount = 1 + roll(100)
  const transaction = await db.startTransaction()
  const accounts = transaction.collection('accounts')
  await accounts.doc(ACCOUNTS[from] ?? '').update({ data: { balance: db.command.inc(-amount) } })
  await accounts.doc(ACCOUNTS[to] ?? '').update({ data: { balance: db.command.inc(amount) } })
  const moves = transaction.collection('moves')
  await moves.add({ data: { _id: id, round: Number(round), from: ACCOUNTS[from], to: ACCOUNTS[to], amount } })
  await transaction.commit()
  memory.moved.add(id)
}

const DEEDS: readonly Deed[] = [add, remove, count, move, move]

export async function startLoad(db: Db, { round, seed, before }: LoadOptions): Promise<Load> {
  const memory = new Memory()
  const balances = before?.balances ?? new Map(ACCOUNTS.map((name) => [name, 0]))
  if (!before) for (const _id of ACCOUNTS) await answer(db.collection('accounts').add({ data: { _id, balance: 0 } }))
  const failures: unknown[] = []
  let isOver = false
  /** A transaction that met another is no end; a connection that is gone is. */
  const hand = async (number: number): Promise<void> => {
    const roll = dice(seed + number * 7919)
    for (let n = 0; !isOver; n++) {
      const deed = DEEDS[roll(DEEDS.length)] ?? add
      await deed(db, memory, `${round}-${number}-${n}`, roll).then(
        () => memory.acknowledge(),
        (failure) => {
          if (isConflict(failure)) return
          failures.push(failure)
          isOver = true
        },
      )
    }
  }
  const hands = Promise.all(Array.from({ length: HANDS }, (_one, number) => hand(number)))
  return {
    acknowledged: (wanted) => Promise.race([memory.reached(wanted), hands.then(() => endedEarly(failures))]),
    over: async () => void (await hands),
    lost: (again) => lostOf(again, round, memory, balances),
    balances,
  }
}

const messageOf = (failure: unknown): string =>
  typeof failure === 'object' && failure !== null && 'errMsg' in failure ? String(failure.errMsg) : String(failure)

const isConflict = (failure: unknown): boolean => /conflict/i.test(messageOf(failure))

function endedEarly(failures: unknown[]): never {
  throw new Error(`the load ended by itself: ${failures.map(messageOf).join('; ')}`)
}

const LAST = '\uffff'

/** Every document of this round, page by page. */
async function storedOf(db: Db, name: string, round: number): Promise<Record<string, unknown>[]> {
  const rows: Record<string, unknown>[] = []
  for (;;) {
    const { data } = await answer(db.collection(name).where({ round }).skip(rows.length).limit(1000).get())
    rows.push(...data)
    if (data.length < 1000) return rows
  }
}

async function lostOf(db: Db, round: number, memory: Memory, balances: Map<string, number>): Promise<string[]> {
  const things = new Set((await storedOf(db, 'things', round)).map(({ _id }) => String(_id)))
  const moves = await storedOf(db, 'moves', round)
  const moved = new Set(moves.map(({ _id }) => String(_id)))
  for (const { from, to, amount } of moves) {
    balances.set(String(from), (balances.get(String(from)) ?? 0) - Number(amount))
    balances.set(String(to), (balances.get(String(to)) ?? 0) + Number(amount))
  }
  const { data: accounts } = await answer(db.collection('accounts').get())
  const { data: counters } = await answer(
    db
      .collection('counters')
      .where({ _id: inRound(db, round) })
      .limit(1000)
      .get(),
  )
  const stands = new Map(counters.map(({ _id, n }) => [String(_id), Number(n)]))
  return [
    ...[...memory.kept].filter((id) => !things.has(id)).map((id) => `added and gone: ${id}`),
    ...[...memory.removed].filter((id) => things.has(id)).map((id) => `removed and there: ${id}`),
    ...[...memory.moved].filter((id) => !moved.has(id)).map((id) => `moved and not written down: ${id}`),
    ...accounts
      .filter(({ _id, balance }) => balance !== balances.get(String(_id)))
      .map(({ _id, balance }) => `account ${_id} stands at ${balance}, its moves come to ${balances.get(String(_id))}`),
    ...[...memory.counters]
      .filter(([id, { least, most }]) => (stands.get(id) ?? 0) < least || (stands.get(id) ?? 0) > most)
      .map(([id, { least, most }]) => `counter ${id} stands at ${stands.get(id)}, not within ${least} to ${most}`),
  ]
}

const inRound = (db: Db, round: number) => db.command.gte(`${round}-`).and(db.command.lt(`${round}-${LAST}`))
