/** The drives of a city: those open first, soonest over; then those to come, soonest begun; then those that are over, latest first. */
import { stateNames } from '../../domain/kernel/machine'
import { cities } from '../../domain/kernel/places'
import { onOf } from '../../domain/kernel/time'
import { driveMachine } from '../../domain/wish'
import { find } from '../_lib/cloud'
import type { WishHandler } from './handlers'
import { driveCard } from './show'

const [firstCity = ''] = Object.keys(cities)
const EACH = 10

type Card = ReturnType<typeof driveCard>

/** 0 open, 1 to come, 2 over. */
const turnOf = ({ isOpen, opensOn }: Card, today: string): number => {
  if (isOpen) return 0
  return opensOn > today ? 1 : 2
}

const inTurn =
  (today: string) =>
  (one: Card, other: Card): number => {
    const turn = turnOf(one, today)
    if (turn !== turnOf(other, today)) return turn - turnOf(other, today)
    if (turn === 1) return one.opensOn < other.opensOn ? -1 : 1
    return (one.endsOn < other.endsOn ? -1 : 1) * (turn === 0 ? 1 : -1)
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
