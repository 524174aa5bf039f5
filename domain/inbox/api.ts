/** The contract of the function `inbox`: what a person was told, inside the mini-program. */
import * as v from 'valibot'
import { defineApi, read, write } from '../kernel/api'
import { personal } from '../kernel/personal'
import { At, Cursor, Id, RequestId } from '../kernel/schema'

export const NoticeView = v.strictObject({
  id: Id,
  title: v.string(),
  text: v.string(),
  page: v.string(),
  at: At,
  isRead: v.boolean(),
})
export type NoticeView = v.InferOutput<typeof NoticeView>

/** As stored: `box` is a person or `role@level:id`; the words are filled from the template when read. */
export const StoredNotice = v.strictObject({
  _id: Id,
  box: v.string(),
  template: v.string(),
  /** JSON of the template's fields; a reason among them may name a person. */
  fields: v.pipe(v.string(), personal({ label: '消息内容', isSensitive: false, mask: () => '…' })),
  at: At,
  listKey: v.string(),
  readAt: v.optional(At),
})

export const inboxApi = defineApi('inbox', '消息', {
  list: read({
    says: 'The caller’s notices, and those of the roles they hold, newest first.',
    who: 'anyone',
    input: v.strictObject({ cursor: v.optional(Cursor) }),
    output: v.strictObject({ rows: v.array(NoticeView), unread: v.number(), next: v.optional(Cursor) }),
    errors: [],
  }),
  markRead: write({
    says: 'Marks a notice of the caller’s own as read.',
    who: 'anyone',
    input: v.strictObject({ requestId: RequestId, id: Id }),
    output: v.strictObject({ id: Id }),
    errors: ['NOT_FOUND'],
  }),
})
