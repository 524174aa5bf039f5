/** The boxes somebody reads: their own, and those of the roles they hold. */
import type { Identified } from '../_lib/identify'
import { boxesOf } from '../_lib/outbox'

export const boxesFor = ({ actor }: Identified): string[] => [
  ...new Set([actor.personId, ...actor.grants.flatMap(boxesOf)]),
]
