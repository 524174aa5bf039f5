/** A public text or picture as stored: words sealed, its file sealed away, what WeChat's check is known by. */
import * as v from 'valibot'
import { standing } from '../kernel/machine'
import { personal } from '../kernel/personal'
import { Place } from '../kernel/roles'
import { At, Id, oneOf } from '../kernel/schema'

export const abouts = {
  wish: { label: '心愿里的话' },
  thanks: { label: '谢谢的话' },
  gift: { label: '礼物的照片' },
  photo: { label: '谢谢的照片' },
} as const
export const About = oneOf(abouts, '哪一种')
export type AboutName = v.InferOutput<typeof About>

export const Posting = v.strictObject({
  _id: Id,
  ...standing,
  ...Place.entries,
  /** Whoever wrote it, until they are erased. */
  ownerId: v.optional(v.string()),
  about: About,
  /** The wish it belongs to. */
  subjectId: Id,
  words: v.optional(v.pipe(v.string(), personal({ label: '公开写的话', isSensitive: false, mask: () => '…' }))),
  fileId: v.optional(v.string()),
  /** WeChat names a picture's check by it; the verdict that comes later must carry it. */
  traceId: v.optional(v.string()),
  decidedBy: v.optional(v.string()),
  reports: v.number(),
  createdAt: At,
  listKey: v.string(),
})
