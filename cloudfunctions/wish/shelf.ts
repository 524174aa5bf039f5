/** What lies at a station or is on its way there, oldest first. */
import { AppError } from '../../domain/kernel/errors'
import { isPartyTo } from '../../domain/kernel/machine'
import { wishMachine } from '../../domain/wish'
import { command, find, get } from '../_lib/cloud'
import { reaches } from '../_lib/scopes'
import { deskPage } from './desk'
import type { WishHandler } from './handlers'

const PAGE = 20

export const shelf: WishHandler<'shelf'> = async ({ siteId, state, cursor }, { identified, now }) => {
  const where = { 'station.siteId': siteId, state, ...(cursor === undefined ? {} : { listKey: command.gt(cursor) }) }
  const [{ actor }, site, page] = await Promise.all([
    identified(),
    get('sites', siteId),
    find('wishes', where, { order: [['listKey', 'asc']], limit: PAGE }),
  ])
  if (!site || !reaches(actor, ['stationKeeper', 'unionOfficer'], site)) throw new AppError('NOT_FOUND')
  return deskPage({ ...page, rows: page.rows.filter((wish) => isPartyTo(wishMachine, wish, actor)) }, actor, now)
}
