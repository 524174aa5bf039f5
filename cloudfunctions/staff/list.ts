/** Who holds a role over exactly this scope, by masked name. */
import { AppError } from '../../domain/kernel/errors'
import { staffApi } from '../../domain/staff'
import { command, find } from '../_lib/cloud'
import { maskedStaffName } from '../_lib/people'
import { locate, reaches } from '../_lib/scopes'
import { grantView } from './grants'
import type { StaffHandler } from './handlers'

/** What one screen loads. */
const PAGE = 20

const { who } = staffApi.endpoints.list

export const list: StaffHandler<'list'> = async ({ scope, cursor }, { identified }) => {
  const behind = cursor === undefined ? {} : { _id: command.gt(cursor) }
  const [{ actor }, located, { rows, more }] = await Promise.all([
    identified(),
    locate(scope),
    find('people', { 'grants.scope.id': scope.id, ...behind }, { order: [['_id', 'asc']], limit: PAGE }),
  ])
  if (!located || who === 'anyone' || !reaches(actor, who, located.place)) throw new AppError('NOT_FOUND')
  const last = rows.at(-1)
  return {
    rows: rows.flatMap((person) =>
      person.grants
        .filter((grant) => grant.scope.level === scope.level && grant.scope.id === scope.id)
        .map((grant) => ({
          personId: person._id,
          maskedName: maskedStaffName(person),
          grant: grantView(grant, located.name),
        })),
    ),
    ...(more && last ? { next: last._id } : {}),
  }
}
