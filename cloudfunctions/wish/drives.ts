/** The drives of a city: those open first, then those that ended, newest first. */
import { stateNames } from '../../domain/kernel/machine'
import { cities } from '../../domain/kernel/places'
import { driveMachine } from '../../domain/wish'
import { find } from '../_lib/cloud'
import type { WishHandler } from './handlers'
import { driveCard } from './show'

const [firstCity = ''] = Object.keys(cities)
const EACH = 10

export const drives: WishHandler<'drives'> = async ({ cityId = firstCity }, { identified, now }) => {
  const [{ actor }, ...pages] = await Promise.all([
    identified(),
    ...stateNames(driveMachine).map((state) =>
      find('drives', { cityId, state }, { order: [['listKey', 'desc']], limit: EACH }),
    ),
  ])
  return { drives: pages.flatMap(({ rows }) => rows.map((drive) => driveCard(drive, actor, now))) }
}
