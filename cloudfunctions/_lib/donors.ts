/** What follows from a donor's history: people told, and, when they go, nothing left that says who lit. */
import { actionsFor } from '../../domain/kernel/machine'
import { templateNamed } from '../../domain/kernel/notices'
import { donorMachine, wishMachine } from '../../domain/wish'
import { change, find, remove } from './cloud'
import { sealedValue } from './history'
import type { Donor, Wish } from './lights'
import { behind, nextOf } from './lists'
import { type Follow, tellFrom } from './outbox'
import { moveWish } from './wishMove'

const PAGE = 50
/** Where a donor's notices lead. */
const DONOR_PAGES: readonly (string | undefined)[] = ['wishes/promised/index', 'pages/wish/index']

/** A lamp still to be brought hangs dark again; of one that was brought nobody knows any more by whom. */
const letGoOf = async (wish: Wish, donorId: string, now: Date): Promise<void> => {
  const actor = { personId: donorId, grants: [] }
  if (actionsFor(wishMachine, wish, actor, now).includes('giveUp'))
    await moveWish(
      wish,
      { action: 'giveUp', version: undefined, form: {} },
      { actor, now, requestId: `forget-${wish.version}` },
    )
  else await change('wishes', wish._id, { donorId }, { unset: ['donorId', 'slipKey'] })
}

/** A worker's own notices stand in the same box, and stay. */
const dropNotices = async (box: string, cursor?: string): Promise<void> => {
  const page = await find('notices', { box, ...behind(cursor) }, { order: [['listKey', 'desc']], limit: 100 })
  const theirs = page.rows.filter(({ template }) => DONOR_PAGES.includes(templateNamed(template)?.page))
  await Promise.all(theirs.map(({ _id }) => remove('notices', _id)))
  const { next } = nextOf(page)
  if (next) await dropNotices(box, next)
}

const letGo = async ({ _id: donorId }: Donor, now: Date): Promise<void> => {
  const { rows: waiting } = await find('waiters', { personId: donorId }, { limit: 200 })
  await Promise.all(waiting.map(({ _id }) => remove('waiters', _id)))
  for (;;) {
    const { rows, more } = await find('wishes', { donorId }, { limit: PAGE, withEvents: true })
    for (const wish of rows) await letGoOf(wish, donorId, now)
    if (!more) break
  }
  await dropNotices(donorId)
}

/** Safe to repeat, by the function that moved it and by the clock. */
export const followDonor = (doc: Donor, now: Date): Promise<void> => {
  const follow: Follow<'donors'> = async (_deed, donor) => letGo(donor, now)
  const fieldsOf = async (donor: Donor, event: Donor['events'][number]) => ({
    reason: sealedValue(donor._id, event, 'reason') ?? '',
  })
  return tellFrom('donors', donorMachine, doc, fieldsOf, now, follow)
}
