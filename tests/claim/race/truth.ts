/** What must be true of claims and of their programmes' books at every moment; each thing that is not, in words. */
import * as v from 'valibot'
import { type ClaimState, type Held, heldIn, isClaimState } from '../../../domain/claim'
import { Books, untrueOf } from '../../../domain/claim/books'

const Claim = v.object({
  _id: v.string(),
  programmeId: v.string(),
  state: v.custom<ClaimState>((state) => typeof state === 'string' && isClaimState(state)),
  version: v.number(),
  amountFen: v.number(),
  people: v.number(),
  events: v.array(
    v.object({ requestId: v.string(), by: v.string(), action: v.string(), from: v.string(), to: v.string() }),
  ),
})
export type StoredClaim = v.InferOutput<typeof Claim>

/** What is looked at of a stored document, live or replayed. */
export const moneyShapes = { books: Books, claims: Claim } as const
export type Money = { readonly books: readonly Books[]; readonly claims: readonly StoredClaim[] }

const ofClaim = ({ _id, state, version, events }: StoredClaim): string[] => {
  const isBroken = events.some(({ from }, at) => at > 0 && from !== events[at - 1]?.to)
  const requests = new Set(events.map(({ by, requestId }) => `${by} ${requestId}`))
  return [
    ...(isBroken ? [`${_id} moved from where it did not stand`] : []),
    ...(events.at(-1)?.to === state ? [] : [`${_id} stands elsewhere than its history`]),
    ...(events.length === version + 1 ? [] : [`${_id} has ${events.length} rows at version ${version}`]),
    ...(requests.size === events.length ? [] : [`${_id} did one request twice`]),
  ]
}

const total = (claims: readonly StoredClaim[], held: Held): number =>
  claims.filter(({ state }) => heldIn[state] === held).reduce((all, { amountFen }) => all + amountFen, 0)

const isSpokenFor = ({ state }: StoredClaim): boolean => heldIn[state] !== 'free'

const ofBooks = (books: Books, all: readonly StoredClaim[]): string[] => {
  const claims = all.filter(({ programmeId }) => programmeId === books._id)
  const [reserved, paid] = [total(claims, 'reserved'), total(claims, 'paid')]
  const people = claims.filter(isSpokenFor).reduce((sum, claim) => sum + claim.people, 0)
  return [
    ...untrueOf(books),
    ...(books.reservedFen === reserved ? [] : [`${books._id} reserves ${books.reservedFen} for claims of ${reserved}`]),
    ...(books.paidFen === paid ? [] : [`${books._id} paid ${books.paidFen} for claims of ${paid}`]),
    ...(books.placesUsed === people ? [] : [`${books._id} counts ${books.placesUsed} people of ${people}`]),
  ]
}

export const untrueMoney = ({ books, claims }: Money): string[] => [
  ...claims.flatMap(ofClaim),
  ...books.flatMap((one) => ofBooks(one, claims)),
]

type Stored = { all(collection: string, filter?: object): Promise<unknown[]> }

/** Of one programme, or of all there are. */
export const moneyIn = async (db: Stored, programmeId?: string): Promise<Money> => ({
  books: v.parse(v.array(Books), await db.all('books', programmeId ? { _id: programmeId } : {})),
  claims: v.parse(v.array(Claim), await db.all('claims', programmeId ? { programmeId } : {})),
})
