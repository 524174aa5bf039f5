/** What the caller wrote, newest first: where it stands, why, and how to contest it. */
import { find } from '../_lib/cloud'
import type { PostingHandler } from './handlers'
import { postingView } from './show'

const MOST = 20

export const mine: PostingHandler<'mine'> = async (_input, { personId, now }) => {
  const { rows } = await find(
    'postings',
    { ownerId: personId },
    { order: [['listKey', 'desc']], limit: MOST, withEvents: true },
  )
  const actor = { personId, grants: [] }
  return { rows: await Promise.all(rows.map((posting) => postingView(posting, actor, now, false))) }
}
