/** What the caller lit: those to be handed over first, by time left; and that the others arrived, with the thanks that passed. */
import { heldStates } from '../../domain/wish'
import { command, files, find, get, opened } from '../_lib/cloud'
import { isShown, type Posting } from '../_lib/postings'
import { wishDue } from '../_lib/wishMove'
import type { Wish, WishHandler } from './handlers'
import { lighter } from './light'
import { donorCard, promisedOf, type Thanks } from './show'

const MOST = 60

const thanksOf = async (posting: Posting): Promise<Thanks> => {
  const { words, fileId } = opened('postings', posting)
  return {
    postingId: posting._id,
    ...(words === undefined ? {} : { words }),
    ...(fileId === undefined ? {} : { photoUrl: await files.link(fileId) }),
  }
}

/** Of many wishes in one read; what has not passed, or was taken down, is not there. */
const thanksFor = async (wishes: readonly Wish[]): Promise<Map<string, Thanks[]>> => {
  const ids = wishes.flatMap(({ thanksIds = [] }) => thanksIds)
  const { rows } = ids.length ? await find('postings', { _id: command.in(ids) }, { limit: ids.length }) : { rows: [] }
  const shown = rows.filter(isShown)
  const said = await Promise.all(shown.map(async (posting) => [posting.subjectId, await thanksOf(posting)] as const))
  return said.reduce(
    (all, [wishId, thanks]) => all.set(wishId, [...(all.get(wishId) ?? []), thanks]),
    new Map<string, Thanks[]>(),
  )
}

const byTimeLeft = (a: Wish, b: Wish): number => {
  if (Boolean(a.lighting) !== Boolean(b.lighting)) return a.lighting ? -1 : 1
  const [left, right] = a.lighting ? [a.dueAt ?? '', b.dueAt ?? ''] : [b.litAt ?? '', a.litAt ?? '']
  return left < right ? -1 : 1
}

export const promised: WishHandler<'promised'> = async (_input, { personId, now }) => {
  const actor = lighter(personId)
  const lit = (more: object) =>
    find('wishes', { donorId: personId, ...more }, { order: [['litAt', 'desc']], limit: MOST, withEvents: true })
  const [donor, held, newest] = await Promise.all([
    get('donors', personId),
    lit({ state: command.in([...heldStates]) }),
    lit({}),
  ])
  /** However many they brought since, what they still hold is there. */
  const each = new Map([...held.rows, ...newest.rows].map((wish) => [wish._id, wish]))
  const current = await Promise.all([...each.values()].map((wish) => wishDue.upToDate(wish, now)))
  const own = current.filter(({ donorId }) => donorId === personId).sort(byTimeLeft)
  const thanks = await thanksFor(own)
  return {
    ...(donor ? { donor: donorCard(donor, actor, now) } : {}),
    promised: own.map((wish) => promisedOf(wish, donor, actor, thanks.get(wish._id) ?? [], now)),
  }
}
