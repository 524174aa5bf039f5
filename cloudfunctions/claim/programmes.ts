/** All open programmes as the caller stands to them: registration, answers, claims, programmes and books side by side, in one wait. */
import type { ProgrammeCard } from '../../domain/claim'
import { count, find, get, opened } from '../_lib/cloud'
import { answersIn, knownOf } from './facts'
import type { Claim, ClaimHandler, Worker } from './handlers'
import { isShownTo, type Open, openProgrammes } from './open'
import { programmeCard } from './programmeCard'
import { ownedBy, standsWell } from './standing'

const MOST_CLAIMS = 200

export const claimsOf = async (personId: string): Promise<Claim[]> =>
  (await find('claims', { ownerId: personId }, { order: [['listKey', 'desc']], limit: MOST_CLAIMS })).rows

export const answersOf = async (personId: string) => {
  const declared = await get('declared', personId)
  return answersIn(declared && opened('declared', declared).said)
}

/** How many wait before whoever comes next; asked only where the money or the places are spoken for. */
const withPlace = async (card: ProgrammeCard): Promise<ProgrammeCard> =>
  card.isFull ? { ...card, waiting: await count('claims', { programmeId: card.id, queue: 'review' }) } : card

/** First what can be had, then what has to be asked, then what cannot be. */
const order = { yes: 0, unknown: 1, no: 2 } as const

export const cardsFor = (
  open: readonly Open[],
  worker: Worker | undefined,
  known: ReturnType<typeof knownOf>,
  claims: readonly Claim[],
  now: Date,
): ProgrammeCard[] =>
  open
    .filter(({ programme }) => isShownTo(programme, worker))
    .map(({ programme, books }) => programmeCard(programme, books, { worker, known, claims, now }))
    .sort((a, b) => order[a.verdict] - order[b.verdict])

export const judgedFor = async (personId: string, now: Date) => {
  const [open, found, answers, claims] = await Promise.all([
    openProgrammes(now),
    ownedBy(personId),
    answersOf(personId),
    claimsOf(personId),
  ])
  const worker = standsWell(found) ? found : undefined
  const cards = cardsFor(open, worker, knownOf(worker, answers, now), claims, now)
  return { isRegistered: worker !== undefined, programmes: await Promise.all(cards.map(withPlace)) }
}

export const programmes: ClaimHandler<'programmes'> = (_input, { personId, now }) => judgedFor(personId, now)
