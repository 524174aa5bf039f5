/** A drive as numbers: every wish counted once, by where it stands, so that they add up. */
import { AppError } from '../../domain/kernel/errors'
import { stateNames, stateRow } from '../../domain/kernel/machine'
import { cities, placeName } from '../../domain/kernel/places'
import { lampOf, outcomeOf, type WishState, wishMachine } from '../../domain/wish'
import { count, get } from '../_lib/cloud'
import { countStates, sumOutcomes } from '../_lib/driveEnd'
import { reaches } from '../_lib/scopes'
import type { Drive, WishHandler } from './handlers'
import { driveCard } from './show'

/** Who answers for a drive, or watches over it. */
const readers = ['unionOfficer', 'cityAdmin', 'supervisor'] as const

const states = stateNames(wishMachine)
const sumOf = (counts: Readonly<Record<WishState, number>>, isCounted: (state: WishState) => boolean): number =>
  states.reduce((all, state) => all + (isCounted(state) ? counts[state] : 0), 0)

const districtsOf = ({ scope, cityId, districtId }: Drive): string[] =>
  scope.level === 'city' ? (cities[cityId]?.districts ?? []).map(({ id }) => id) : [districtId]

const receivedStates = states.filter((state) => outcomeOf[state] === 'received')

const inDistrict = async (driveId: string, districtId: string) => {
  const where = { driveId, districtId }
  const countAt = (more: object): Promise<number> => count('wishes', { ...where, ...more })
  const [hanging, received] = await Promise.all([
    Promise.all((['lit', 'dark', 'off'] as const).map((wall) => countAt({ wall }))),
    Promise.all(receivedStates.map((state) => countAt({ state }))),
  ])
  const [lit = 0] = hanging
  const sum = (parts: readonly number[]): number => parts.reduce((all, one) => all + one, 0)
  return { districtId, name: placeName(districtId) ?? '', made: sum(hanging), lit, received: sum(received) }
}

export const drive: WishHandler<'drive'> = async ({ driveId }, { identified, now }) => {
  const [{ actor }, stored] = await Promise.all([identified(), get('drives', driveId)])
  if (!stored || !reaches(actor, readers, stored)) throw new AppError('NOT_FOUND')
  const [counts, late, byDistrict] = await Promise.all([
    countStates(driveId),
    count('wishes', { driveId, isLate: true }),
    Promise.all(districtsOf(stored).map((districtId) => inDistrict(driveId, districtId))),
  ])
  const made = sumOf(counts, () => true)
  return {
    drive: driveCard(stored, actor, now),
    rules: stored.rules,
    quota: stored.quota,
    used: stored.used,
    made,
    byState: states.map((state) => ({ state, label: stateRow(wishMachine, state).label, count: counts[state] })),
    byOutcome: sumOutcomes(counts),
    funnel: {
      made,
      lit: sumOf(counts, (state) => lampOf[state] === 'lit'),
      received: sumOf(counts, (state) => outcomeOf[state] === 'received'),
      thanked: counts.thanked,
    },
    late,
    byDistrict: byDistrict.filter((district) => district.made > 0),
    budgetFen: stored.budgetFen,
    freeFen: stored.freeFen,
  }
}
