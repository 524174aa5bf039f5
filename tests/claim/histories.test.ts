/** A programme lived through at random, over the real storage: after every step the books say of each claim where its money is. */
import fc from 'fast-check'
import type { Stamp } from '../../cloudfunctions/_lib/cases'
import type { ClaimAsked } from '../../cloudfunctions/_lib/claimMove'
import { claimMachine, claimStateNames, type Turn, turns } from '../../domain/claim'
import { newBooks, type Terms } from '../../domain/claim/books'
import { AppError } from '../../domain/kernel/errors'
import { actionNames, actionsFor } from '../../domain/kernel/machine'
import { fen } from '../../domain/kernel/money'
import { OWNER } from '../builders/actors'
import { aClaim } from '../builders/begun-claims'
import { claimPeople } from '../builders/claim-people'
import { aKeyRing } from '../builders/keys'
import { storedIn } from '../builders/stored'
import { newFolder, removeFolders, start } from '../platform/start'
import { patience, runs } from '../property'
import { moneyIn, untrueMoney } from './race/truth'

type Started = Awaited<ReturnType<typeof start>>
type Moves = typeof import('../../cloudfunctions/_lib/claimMove')
type Cases = typeof import('../../cloudfunctions/_lib/cases')
type Library = typeof import('../../cloudfunctions/_lib/cloud')

let running: Started
let db: Awaited<ReturnType<typeof storedIn>>
let moves: Moves
let cases: Cases
let cloud: Library
let keep: (programmeId: string, terms: Terms) => Promise<void>
beforeAll(async () => {
  running = await start({ collections: { claims: {}, books: {} } }, { dataDir: newFolder() })
  process.env.NUANHU_KEYS = aKeyRing()
  db = await storedIn(running)
  moves = await import('../../cloudfunctions/_lib/claimMove')
  cases = await import('../../cloudfunctions/_lib/cases')
  cloud = await import('../../cloudfunctions/_lib/cloud')
  const { transact } = await import('../../cloudfunctions/_lib/transact')
  const { termsWithin } = await import('../../cloudfunctions/_lib/books')
  keep = (programmeId, terms) => transact((within) => termsWithin(within, programmeId, terms))
})
afterAll(async () => {
  await running.stop()
  removeFolders()
})

const CLAIMS = 3
const people = claimPeople.map(([, actor]) => actor)
const reviewer = claimPeople.find(([who]) => who === 'reviewer of the district')?.[1]
const turnNames = Object.keys(turns).filter((name): name is Turn => Object.hasOwn(turns, name))

type Step = {
  readonly kind: 'move' | 'again' | 'many' | 'terms'
  readonly claim: number
  readonly pick: number
  readonly awaits: Turn
  readonly isWild: boolean
  readonly terms: Terms
}
const aStep = fc.record<Step>({
  kind: fc.constantFrom('move', 'move', 'move', 'move', 'move', 'again', 'many', 'terms'),
  claim: fc.nat(CLAIMS - 1),
  pick: fc.nat(99_999),
  awaits: fc.constantFrom<Turn>(...turnNames, 'cashier', 'cashier'),
  isWild: fc.integer({ min: 0, max: 9 }).map((chance) => chance === 0),
  terms: fc.record({
    budgetFen: fc.integer({ min: 4_000, max: 90_000 }).map(fen),
    places: fc.option(fc.integer({ min: 2, max: 12 }), { nil: undefined }),
  }),
})

/** Where a claim ends or stays as it was: too often, and nothing is ever paid. */
const rarely: readonly string[] = ['withdraw', 'leave', 'lapse', 'quash', 'strike', 'escalate', 'forget', 'remind']

let stamps = 0
const nowAt = (count: number): Date => new Date(Date.UTC(2021, 1, 1, 2, 0, count))
const stampOf = (actor: Stamp['actor']): Stamp => {
  stamps += 1
  return { actor, now: nowAt(stamps), requestId: `step-${stamps}` }
}

const claimAt = async (id: string) => {
  const claim = await cloud.get('claims', id)
  if (!claim) throw new Error(`no claim ${id}`)
  return claim
}

/** What came of it: done, or the code it was refused with; a fault fails the test. */
const outcomeOf = (act: Promise<unknown>): Promise<string> =>
  act.then(
    () => 'done',
    (error: unknown) => {
      if (error instanceof AppError) return error.code
      throw error
    },
  )

const asks = (action: ClaimAsked['action'], version: number | undefined, awaits: Turn): ClaimAsked => ({
  action,
  version,
  form: {},
  awaits,
})

class History {
  private last: (() => Promise<unknown>) | undefined

  constructor(
    private readonly id: string,
    private readonly claims: readonly string[],
  ) {}

  async step({ kind, claim, pick, awaits, isWild, terms }: Step): Promise<string> {
    if (kind === 'terms') return outcomeOf(keep(this.id, terms))
    if (kind === 'again') return this.last ? outcomeOf(this.last()) : 'done'
    this.last = kind === 'many' ? this.many(awaits) : await this.one(this.claims[claim] ?? '', pick, awaits, isWild)
    return outcomeOf(this.last())
  }

  /** Mostly what somebody may do, sometimes what nobody asked them. */
  private async one(id: string, pick: number, awaits: Turn, isWild: boolean): Promise<() => Promise<unknown>> {
    const claim = await claimAt(id)
    const wild = people.flatMap((actor) => actionNames(claimMachine).map((action) => ({ actor, action })))
    const open = people.flatMap((actor) =>
      actionsFor(claimMachine, claim, actor, nowAt(stamps))
        .filter((action) => pick % 9 === 0 || !rarely.includes(action))
        .map((action) => ({ actor, action })),
    )
    const news = pick % 2 === 0 ? open.filter(({ action }) => !passed.has(moves.toOf(claim, action))) : []
    const known = open.length === 0 ? wild : open
    const ways = isWild ? wild : news.length > 0 ? news : known
    const way = ways[Math.floor(pick / 45) % ways.length]
    if (!way) throw new Error('no way')
    const version = pick % 5 === 0 ? undefined : claim.version
    const stamp = stampOf(way.actor)
    return () => moves.moveClaimAlone(claim, asks(way.action, version, awaits), stamp)
  }

  private many(awaits: Turn): () => Promise<unknown> {
    if (!reviewer) throw new Error('no reviewer')
    const stamp = stampOf(reviewer)
    return () =>
      moves.moveClaimsAlone(
        this.id,
        this.claims.map((id) => ({ id, asked: asks('approve', undefined, awaits), stamp })),
      )
  }
}

const begun = async (id: string): Promise<History> => {
  await db.add('books', newBooks(id, { budgetFen: fen(40_000), places: 8 }))
  const claims = Array.from({ length: CLAIMS }, (_, n) => `${id}-${n}`)
  for (const [n, claim] of claims.entries()) {
    const fields = { ...aClaim('cashier')(claim), programmeId: id, amountFen: fen(n * 4_000), people: 1 + (n % 3) }
    await cases.begin('claims', claimMachine, 'submit', fields, stampOf({ personId: OWNER, grants: [] }))
  }
  return new History(id, claims)
}

const passed = new Set<string>()

test(
  'approved, paid, bounced, taken back, many at once and sent again: never one fen more or less than the budget',
  async () => {
    await fc.assert(
      fc.asyncProperty(fc.uuid(), fc.array(aStep, { minLength: 50, maxLength: 70 }), async (id, steps) => {
        const history = await begun(id)
        for (const step of steps) {
          const outcome = await history.step(step)
          const money = await moneyIn(db, id)
          expect([step.kind, outcome, untrueMoney(money)]).toEqual([step.kind, outcome, []])
          for (const { state } of money.claims) passed.add(state)
        }
      }),
      runs(10),
    )
    const unseen = claimStateNames.filter((state) => !passed.has(state))
    expect(unseen).toContain('draft')
    expect(unseen.length).toBeLessThan(4)
  },
  patience(180_000),
)
