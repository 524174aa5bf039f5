/** Money that adds up: whatever is entered, in whatever order, free, reserved and paid are the budget, and nothing is below nothing. */
import fc from 'fast-check'
import { claimMachine, claimStateNames, type Held, heldIn, isClaimState } from '../../domain/claim'
import { type Books, type Entry, newBooks, post, type Terms, underTerms, untrueOf } from '../../domain/claim/books'
import { AppError } from '../../domain/kernel/errors'
import { fen } from '../../domain/kernel/money'
import '../property'

const entered = (books: Books, ...entries: readonly Entry[]): Books => {
  let after = books
  for (const one of entries) after = { ...after, ...post(after, one) }
  return after
}
const entry = (from: Held, to: Held, amount: number, people = 1): Entry => ({ from, to, fen: fen(amount), people })
const books = (budget: number, places?: number): Books => newBooks('p', { budgetFen: fen(budget), places })
const refused = (code: string) => expect.objectContaining({ code })

describe('an entry', () => {
  test('is refused where the money does not reach, or the places do not, and takes what is just enough', () => {
    expect(() => entered(books(100), entry('free', 'reserved', 101))).toThrow(refused('BUDGET_SPENT'))
    expect(() => entered(books(100, 1), entry('free', 'reserved', 10, 2))).toThrow(refused('PLACES_SPENT'))
    expect(entered(books(100, 2), entry('free', 'reserved', 100, 2))).toMatchObject({ freeFen: 0, placesUsed: 2 })
  })

  test('that gives back what nobody has is no refusal but a fault', () => {
    for (const [from, to] of [
      ['reserved', 'free'],
      ['reserved', 'paid'],
      ['paid', 'free'],
      ['paid', 'reserved'],
    ] as const) {
      expect(() => entered(books(100), entry(from, to, 1))).toThrow()
      expect(() => entered(books(100), entry(from, to, 1))).not.toThrow(AppError)
    }
    const gift = entered(books(100), entry('free', 'reserved', 0, 1))
    expect(() => entered(gift, entry('reserved', 'free', 0, 2))).toThrow('a place nobody has')
  })

  test('reserves, pays, bounces, releases and takes back, with the place as long as the money', () => {
    const reserved = entered(books(100, 1), entry('free', 'reserved', 60))
    expect(reserved).toMatchObject({ freeFen: 40, reservedFen: 60, paidFen: 0, placesUsed: 1 })
    const paid = entered(reserved, entry('reserved', 'paid', 60))
    expect(paid).toMatchObject({ freeFen: 40, reservedFen: 0, paidFen: 60, placesUsed: 1 })
    const bounced = entered(paid, entry('paid', 'reserved', 60))
    expect(bounced).toEqual(reserved)
    expect(entered(bounced, entry('reserved', 'free', 60))).toEqual(books(100, 1))
    expect(entered(paid, entry('paid', 'free', 60))).toEqual(books(100, 1))
  })

  test('between two of the same is none, however little is left', () => {
    for (const held of ['free', 'reserved', 'paid'] as const)
      expect(entered(books(1, 0), entry(held, held, 100, 7))).toEqual(books(1, 0))
  })

  test('of what costs nothing takes a place all the same', () => {
    expect(entered(books(0, 1), entry('free', 'reserved', 0))).toMatchObject({ placesUsed: 1, reservedFen: 0 })
    expect(() => entered(books(0, 1), entry('free', 'reserved', 0), entry('free', 'reserved', 0))).toThrow(
      refused('PLACES_SPENT'),
    )
  })
})

describe('other terms', () => {
  const used = entered(books(100, 2), entry('free', 'reserved', 30), entry('free', 'reserved', 20))
  const under = (budget: number, places?: number): Books => underTerms(used, { budgetFen: fen(budget), places })

  test('may not leave less than is spoken for', () => {
    expect(() => under(49, 2)).toThrow(refused('BUDGET_IN_USE'))
    expect(() => under(100, 1)).toThrow(refused('BUDGET_IN_USE'))
  })

  test('add to what is free or take from it, and nothing else', () => {
    expect(under(50, 2)).toMatchObject({ budgetFen: 50, freeFen: 0, reservedFen: 50, placesUsed: 2 })
    expect(under(170, 9)).toMatchObject({ budgetFen: 170, freeFen: 120, reservedFen: 50, places: 9 })
    expect('places' in under(100)).toBe(false)
    expect(under(100, 2)).toEqual(used)
  })
})

test('the checker sees each way in which books can be wrong', () => {
  const wrong: Partial<Record<keyof Books, number>>[] = [
    { freeFen: 99 },
    { reservedFen: 1 },
    { freeFen: 101, paidFen: -1 },
    { freeFen: 99.5, paidFen: 0.5 },
    { placesUsed: 3 },
    { placesUsed: -1 },
  ]
  for (const one of wrong) expect(untrueOf({ ...books(100, 2), ...one } as Books)).not.toEqual([])
  expect(untrueOf(books(100, 2))).toEqual([])
})

test('no move of a claim brings money from the budget out past being reserved', () => {
  const crossings = Object.entries(claimMachine.actions).flatMap(([action, { from, to }]) =>
    from.map((state) => [action, heldIn[state], to === 'same' || !isClaimState(to) ? heldIn[state] : heldIn[to]]),
  )
  expect(crossings.filter(([, from, to]) => from === 'free' && to === 'paid')).toEqual([])
  const begun = Object.values(claimMachine.starts).map(({ to }) => heldIn[to])
  expect(new Set(begun)).toEqual(new Set(['free']))
  expect(
    claimStateNames.filter((state) => 'isOver' in claimMachine.states[state] && heldIn[state] === 'reserved'),
  ).toEqual([])
})

/** A programme as people use it: claims that are approved, sent back, paid, bounced and taken back, and its terms changed. */
type Step =
  | { readonly kind: 'move'; readonly claim: number; readonly to: Held }
  | { readonly kind: 'terms'; readonly terms: Terms }
const amount = fc.integer({ min: 0, max: 400 }).map(fen)
const aStep: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 9,
    arbitrary: fc.record({
      kind: fc.constant('move' as const),
      claim: fc.nat(11),
      to: fc.constantFrom<Held[]>('free', 'reserved', 'paid'),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('terms' as const),
      terms: fc.record({ budgetFen: amount, places: fc.option(fc.nat(12), { nil: undefined }) }),
    }),
  },
)
const someClaims = fc.array(fc.record({ fen: amount, people: fc.integer({ min: 1, max: 3 }) }), {
  minLength: 12,
  maxLength: 12,
})

const sumOf = (claims: readonly { fen: number; people: number; held: Held }[], held: Held) =>
  claims.filter((one) => one.held === held)

test('random histories of a programme: after each step the books are true and say of every claim where its money is', () => {
  fc.assert(
    fc.property(amount, someClaims, fc.array(aStep, { maxLength: 80 }), (budgetFen, made, steps) => {
      let now = newBooks('p', { budgetFen, places: 9 })
      const claims = made.map((claim) => ({ ...claim, held: 'free' as Held }))
      for (const step of steps) {
        now = stepped(now, claims, step)
        expect(untrueOf(now)).toEqual([])
        const total = (held: Held) => sumOf(claims, held).reduce((all, one) => all + one.fen, 0)
        const people = claims.filter(({ held }) => held !== 'free').reduce((all, one) => all + one.people, 0)
        expect([now.reservedFen, now.paidFen, now.placesUsed]).toEqual([total('reserved'), total('paid'), people])
      }
    }),
  )
})

const stepped = (now: Books, claims: { fen: Books['freeFen']; people: number; held: Held }[], step: Step): Books => {
  const claim = step.kind === 'move' ? claims[step.claim] : undefined
  try {
    if (step.kind === 'terms') return underTerms(now, step.terms)
    if (!claim) return now
    const after = entered(now, { from: claim.held, to: step.to, fen: claim.fen, people: claim.people })
    claim.held = step.to
    return after
  } catch (error) {
    const codes = ['BUDGET_SPENT', 'PLACES_SPENT', 'BUDGET_IN_USE']
    expect(error instanceof AppError && codes.includes(error.code)).toBe(true)
    return now
  }
}
