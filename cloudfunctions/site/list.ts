/** The sites of a scope the caller holds, newest first; the read runs beside the check and is thrown away when denied. */
import { AppError } from '../../domain/kernel/errors'
import { canRead, stateNames } from '../../domain/kernel/machine'
import { placeField } from '../../domain/kernel/roles'
import { siteMachine } from '../../domain/site'
import { find } from '../_lib/cloud'
import { behind, nextOf } from '../_lib/lists'
import { locate } from '../_lib/scopes'
import type { SiteHandler } from './handlers'
import { siteRow } from './row'

/** What one screen loads. */
const PAGE = 20

export const list: SiteHandler<'list'> = async ({ scope, cursor }, { identified }) => {
  const filter = { [placeField[scope.level]]: scope.id, ...behind(cursor) }
  const [{ actor }, located, page] = await Promise.all([
    identified(),
    locate(scope),
    find('sites', filter, { order: [['listKey', 'desc']], limit: PAGE }),
  ])
  const [anyState = ''] = stateNames(siteMachine)
  if (!located || !canRead(siteMachine, { state: anyState, ...located.place }, actor)) throw new AppError('NOT_FOUND')
  return {
    /** An organisation's sites may lie outside the caller's district. */
    rows: page.rows.filter((site) => canRead(siteMachine, site, actor)).map((site) => siteRow(site, actor)),
    ...nextOf(page),
  }
}
