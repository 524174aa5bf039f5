/** The drives of a city: those on now first, soonest over; then those to come, soonest begun; then those that are over, latest first. */
import { stateNames } from '../../domain/kernel/machine'
import { cities } from '../../domain/kernel/places'
import { onOf } from '../../domain/kernel/time'
import { driveMachine } from '../../domain/wish'
import { turnOf, turns } from '../../domain/wish/turns'
import { find } from '../_lib/cloud'
import type { WishHandler } from './handlers'
import { driveCard } from './show'

const [firstCity = ''] = Object.keys(cities)
/** A drive for every district of a city, twice over. */
const EACH = 40

type Card = ReturnType<typeof driveCard>

const inTurn =
  (today: string) =>
  (one: Card, other: Card): number => {
    const [turn, otherTurn] = [turnOf(one, today), turnOf(other, today)]
    if (turn !== otherTurn) return turns.indexOf(turn) - turns.indexOf(otherTurn)
    if (turn === 'toCome') return one.opensOn < other.opensOn ? -1 : 1
    return (one.endsOn < other.endsOn ? -1 : 1) * (turn === 'now' ? 1 : -1)
  }

export const drives: WishHandler<'drives'> = async ({ cityId = firstCity }, { identified, now }) => {
  const [{ actor }, ...pages] = await Promise.all([
    identified(),
    ...stateNames(driveMachine).map((state) =>
      find('drives', { cityId, state }, { order: [['listKey', 'desc']], limit: EACH }),
    ),
  ])
  const cards = pages.flatMap(({ rows }) => rows.map((drive) => driveCard(drive, actor, now)))
  return { drives: cards.sort(inTurn(onOf(now))) }
}
