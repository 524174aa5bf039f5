/** What a programme would say to made-up people: every rule's answer, and how much. */
import { amountOf, type ProgrammeDetails, quantityAsked } from '../../domain/claim'
import { type Facts, factsOf, isFactName, isValueOf } from '../../domain/rules'
import type { ClaimHandler } from './handlers'
import { judgeNow } from './judging'

type Person = Parameters<ClaimHandler<'tryRules'>>[0]['people'][number]

const factsIn = ({ facts }: Person): Facts =>
  factsOf(
    Object.fromEntries(Object.entries(facts).filter(([fact, value]) => isFactName(fact) && isValueOf(fact, value))),
  )

/** Nothing where nobody said how many. */
const amountFor = ({ amount }: ProgrammeDetails, { quantity }: Person) => {
  if (!amount || (quantityAsked(amount) && quantity === undefined)) return {}
  return { amountFen: amountOf(amount, quantity ?? 1) }
}

export const tryRules: ClaimHandler<'tryRules'> = async ({ details, people }, { now }) => ({
  people: people.map((person) => ({
    name: person.name,
    ...judgeNow(details, factsIn(person), now),
    ...amountFor(details, person),
  })),
})
