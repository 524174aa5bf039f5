/** A programme as its desk sees it: its books, its editions, what keeps it from opening, every claim counted once. */
import {
  benefits,
  claimMachine,
  claimStateNames,
  type DeskProgramme,
  type DeskProgrammeWhole,
  openProblems,
  programmeMachine,
} from '../../domain/claim'
import { actionsFor, saysOf, stateRow } from '../../domain/kernel/machine'
import type { Actor } from '../../domain/kernel/roles'
import { count, find, get } from '../_lib/cloud'
import { sealedValue } from '../_lib/history'
import { namesFor } from '../_lib/people'
import type { Programme } from './handlers'
import type { Books } from './open'

const MOST_EDITIONS = 100

const booksView = ({ budgetFen, freeFen, reservedFen, paidFen, places, placesUsed }: Books) => ({
  budgetFen,
  freeFen,
  reservedFen,
  paidFen,
  ...(places === undefined ? {} : { places }),
  placesUsed,
})

export const deskProgramme = (
  programme: Programme,
  books: Books | undefined,
  actor: Actor,
  now: Date,
): DeskProgramme => {
  const { details, state } = programme
  const { label, tone } = stateRow(programmeMachine, state)
  return {
    id: programme._id,
    version: programme.version,
    title: details.title,
    benefitLabel: benefits[details.benefit].label,
    claimant: benefits[details.benefit].claimant,
    scope: programme.scope,
    scopeName: programme.scopeName,
    state,
    stateLabel: label,
    tone,
    edition: programme.edition,
    opensOn: details.opensOn,
    closesOn: details.closesOn,
    ...(books ? { books: booksView(books) } : {}),
    can: actionsFor(programmeMachine, programme, actor, now),
  }
}

const editionsOf = async (programmeId: string) => {
  const { rows } = await find('editions', { programmeId }, { order: [['edition', 'desc']], limit: MOST_EDITIONS })
  return rows.map(({ edition, at, why, details }) => ({ edition, at, ...(why ? { why } : {}), details }))
}

const statesOf = async (programmeId: string) => {
  const counts = await Promise.all(
    claimStateNames.map(async (state) => ({
      state,
      label: stateRow(claimMachine, state).label,
      count: await count('claims', { programmeId, state }),
    })),
  )
  return counts.filter((row) => row.count > 0)
}

const timelineOf = async ({ _id, events }: Programme) => {
  const nameOf = await namesFor(events.map(({ by }) => by))
  return [...events].reverse().map((event) => {
    const note = sealedValue(_id, event, 'reason') ?? sealedValue(_id, event, 'why')
    return {
      text: saysOf(programmeMachine, event.action),
      at: event.at,
      by: nameOf(event.by),
      ...(note ? { note } : {}),
    }
  })
}

export const deskProgrammeWhole = async (
  programme: Programme,
  actor: Actor,
  now: Date,
): Promise<DeskProgrammeWhole> => {
  const [books, editions, byState, timeline] = await Promise.all([
    get('books', programme._id),
    editionsOf(programme._id),
    statesOf(programme._id),
    timelineOf(programme),
  ])
  const problems = programme.edition === 0 ? openProblems(programme.details) : {}
  return {
    row: deskProgramme(programme, books, actor, now),
    details: programme.details,
    problems: Object.entries(problems).map(([field, text]) => ({ field, text })),
    editions,
    byState,
    timeline,
  }
}
