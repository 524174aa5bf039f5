/** The log of who looked at what and why; written before the value is shown, kept when the person is erased. */
import { holds, type Place, type Role, roles } from '../../domain/kernel/roles'
import type { DocOf } from './cloud'
import { insert, opened } from './cloud'
import type { Identified } from './identify'
import { listKeyOf } from './lists'

type Look = DocOf<'looks'>

/** The role by which somebody looks at a place: the first of `by` they hold there. */
export const roleOver = (identified: Identified, by: readonly Role[], place: Partial<Place>): Role | undefined =>
  by.find((role) => holds(identified.actor, role, place))

export const staffNameOf = ({ person }: Identified): string =>
  person ? (opened('people', person).staffName ?? '') : ''

/** False when this request was logged before. */
export const logLook = (
  id: string,
  look: Omit<Look, '_id' | 'at' | 'listKey' | 'role' | 'byName' | 'by'>,
  role: Role,
  who: Identified,
  now: Date,
): Promise<boolean> =>
  insert('looks', {
    _id: id,
    by: who.actor.personId,
    byName: staffNameOf(who),
    role: roles[role].label,
    at: now.toISOString(),
    listKey: listKeyOf(now.toISOString(), id),
    ...look,
  })
