/** Tells everybody an employer's roster counts, each once, so that they can say that it is wrong. */
import { isUncounted, ONCE } from '../../domain/claim'
import { change, command, type DocOf, find, get } from './cloud'
import { countedIn } from './counting'
import { keyOf } from './crypto'
import { MORE, tell } from './outbox'
import { countedIdIn, firstPartOf, outcomesIn, type Sheet } from './roster'

type Claim = DocOf<'claims'>

/** A thousand people: what one call has time for. The clock goes on with the rest. */
const SHEETS_A_CALL = 5
/** As many at once as one instance sends without waiting in its own queue. */
const AT_ONCE = 10

const employerName = async ({ employer = {} }: Claim): Promise<string> => {
  const { siteId, orgId } = employer
  const named = siteId ? await get('sites', siteId) : orgId ? await get('areas', orgId) : undefined
  return named?.name ?? ''
}

const titleOf = ({ title, period }: Claim): string =>
  period === ONCE ? title : `${title} ${Number(period.split('-')[1])} 月`

/** Whoever the sheet still counts and who has a registration of their own. */
const ownersOn = async (claim: Claim, sheet: Sheet): Promise<string[]> => {
  const ids = (outcomesIn(sheet) ?? []).flatMap(({ rowId }) => (rowId === undefined ? [] : [countedIdIn(rowId)]))
  const counted = await countedIn(ids)
  const keys = [...counted.values()]
    .filter(({ months }) => months.some(({ claimId }) => claimId === claim._id))
    .map(({ personKey }) => personKey)
  if (keys.length === 0) return []
  const cards = await find('idCards', { _id: command.in(keys) }, { limit: keys.length })
  const workerIds = cards.rows.map(({ workerId }) => workerId)
  if (workerIds.length === 0) return []
  const { rows } = await find('workers', { _id: command.in(workerIds) }, { limit: workerIds.length })
  return rows.flatMap(({ ownerId }) => (ownerId === undefined ? [] : [ownerId]))
}

const tellAll = async (claim: Claim, owners: readonly string[], employer: string, now: Date): Promise<void> => {
  const fields = { employer, title: titleOf(claim) }
  for (let at = 0; at < owners.length; at += AT_ONCE)
    await Promise.all(
      owners
        .slice(at, at + AT_ONCE)
        .map((owner) => tell(keyOf('notice', claim._id, 'countedYou', owner), owner, 'countedYou', fields, now)),
    )
}

/** Sheet by sheet, each marked once all on it were told. */
export const tellRoster = async (claim: Claim, now: Date): Promise<typeof MORE | undefined> => {
  if (claim.sheets === undefined || isUncounted(claim, now)) return undefined
  const where = { subjectId: claim._id, part: command.gte(firstPartOf(claim)), isTold: command.neq(true) }
  const { rows, more } = await find('sheets', where, {
    order: [['part', 'asc']],
    limit: SHEETS_A_CALL,
  })
  const employer = await employerName(claim)
  for (const sheet of rows) {
    await tellAll(claim, await ownersOn(claim, sheet), employer, now)
    await change('sheets', sheet._id, {}, { set: { isTold: true } })
  }
  return more ? MORE : undefined
}
