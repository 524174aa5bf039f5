/** What follows from a donor's history: people told, and, when they go, nothing left that says who lit. */
import { actionsFor } from '../../domain/kernel/machine'
import { templateNamed } from '../../domain/kernel/notices'
import { donorMachine, wishMachine } from '../../domain/wish'
import { change, find, remove } from './cloud'
import { sealedValue } from './history'
import type { Donor, Wish } from './lights'
import { type Follow, tellFrom } from './outbox'
import { moveWish } from './wishMove'

const PAGE = 50
const PROMISES = 'wishes/promised/index'

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

const dropNotices = async (personId: string): Promise<void> => {
  const { rows } = await find('notices', { box: personId }, { order: [['listKey', 'desc']], limit: 200 })
  const theirs = rows.filter(({ template }) => templateNamed(template)?.page === PROMISES)
  await Promise.all(theirs.map(({ _id }) => remove('notices', _id)))
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
