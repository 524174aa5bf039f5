/** The caller's notices and those of their roles, newest first, and how many nobody has opened. */
import * as v from 'valibot'
import type { NoticeView } from '../../domain/inbox'
import { fill, templateNamed } from '../../domain/kernel/notices'
import { command, type DocOf, find, opened } from '../_lib/cloud'
import { behind, nextOf } from '../_lib/lists'
import { boxesFor } from './boxes'
import type { InboxHandler } from './handlers'

/** What one screen loads. */
const PAGE = 20
/** Beyond it the badge says 99. */
const MOST_UNREAD = 99

const Fields = v.pipe(v.string(), v.parseJson(), v.record(v.string(), v.string()))

const noticeViews = (stored: DocOf<'notices'>): NoticeView[] => {
  const { _id, template, fields, at, readAt } = opened('notices', stored)
  const words = templateNamed(template)
  if (!words) return []
  const text = fill(words.text, v.parse(Fields, fields))
  return [{ id: _id, title: words.title, text, page: words.page, at, isRead: readAt !== undefined }]
}

export const list: InboxHandler<'list'> = async ({ cursor }, { identified }) => {
  const box = command.in(boxesFor(await identified()))
  const [page, unread] = await Promise.all([
    find('notices', { box, ...behind(cursor) }, { order: [['listKey', 'desc']], limit: PAGE }),
    find('notices', { box, readAt: command.exists(false) }, { limit: MOST_UNREAD }),
  ])
  return { rows: page.rows.flatMap(noticeViews), unread: unread.rows.length, ...nextOf(page) }
}
