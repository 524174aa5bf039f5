/** What waits for a reviewer in all the places they look after, oldest first. */
import { isPartyTo } from '../../domain/kernel/machine'
import { placeField } from '../../domain/kernel/roles'
import { postingMachine, reviewStates } from '../../domain/posting'
import { command, find } from '../_lib/cloud'
import type { Posting } from '../_lib/postings'
import type { PostingHandler } from './handlers'
import { postingView } from './show'

const PAGE = 20

export const queue: PostingHandler<'queue'> = async ({ cursor }, { identified, now }) => {
  const { actor } = await identified()
  const scopes = actor.grants.map(({ scope }) => scope).filter(({ level }) => level === 'city' || level === 'district')
  const pages = await Promise.all(
    scopes.map(({ level, id }) =>
      find(
        'postings',
        {
          [placeField[level]]: id,
          state: command.in([...reviewStates]),
          ...(cursor === undefined ? {} : { listKey: command.gt(cursor) }),
        },
        { order: [['listKey', 'asc']], limit: PAGE, withEvents: true },
      ),
    ),
  )
  const found = new Map(pages.flatMap(({ rows }) => rows).map((posting): [string, Posting] => [posting._id, posting]))
  const readable = [...found.values()]
    .filter((posting) => isPartyTo(postingMachine, posting, { ...actor, personId: '' }))
    .sort((a, b) => (a.listKey < b.listKey ? -1 : 1))
  const rows = readable.slice(0, PAGE)
  const last = rows.at(-1)
  const isMore = readable.length > PAGE || pages.some(({ more }) => more)
  return {
    rows: await Promise.all(rows.map((posting) => postingView(posting, actor, now, true))),
    ...(isMore && last ? { next: last.listKey } : {}),
  }
}
