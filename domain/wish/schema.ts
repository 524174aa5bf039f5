/** The fields of a wish as stored, and of what hangs around it. */
import * as v from 'valibot'
import { standing } from '../kernel/machine'
import { Fen } from '../kernel/money'
import { Place } from '../kernel/roles'
import { At, Id } from '../kernel/schema'
import { Station } from './drive'
import { FileId, WishWords } from './words'

/** Who lit it and by which lighting: the names a release gives the lamp back under. */
export const Lighting = v.strictObject({ donorId: Id, slot: v.string() })

/** Its place is where the worker is registered; its station is where the gift goes through. */
export const Wish = v.strictObject({
  _id: Id,
  ...standing,
  ...Place.entries,
  driveId: Id,
  workerId: Id,
  ownerId: v.optional(v.string()),
  madeBy: v.optional(v.string()),
  proposedBy: v.optional(v.string()),
  donorId: v.optional(v.string()),
  ...WishWords.entries,
  valueCapFen: Fen,
  /** The text as a public one: shown on the wall only once it passed. */
  postingId: v.optional(Id),
  isTextShown: v.boolean(),
  station: Station,
  wall: v.picklist(['off', 'dark', 'lit']),
  /** The wall's order: by chance, the same for everybody. */
  wallKey: v.string(),
  /** Of the lamp now lit, and of one given back whose donor's slot may still be held. */
  lighting: v.optional(Lighting),
  freed: v.optional(v.array(Lighting)),
  /** Keyed hash of the slip's code, while there is one. */
  slipKey: v.optional(v.string()),
  litAt: v.optional(At),
  giftPhotoId: v.optional(FileId),
  giftPostingId: v.optional(Id),
  takenInBy: v.optional(v.string()),
  handedOutBy: v.optional(v.string()),
  receivedAt: v.optional(At),
  thanksIds: v.optional(v.array(Id)),
  isLate: v.boolean(),
  isFromUnion: v.boolean(),
  createdAt: At,
  listKey: v.string(),
})

/** A place in a drive for one person by their document: the insert decides. Gone when the drive is closed. */
export const WishSeat = v.strictObject({ _id: Id, driveId: Id, wishId: Id, at: At })

/** Somebody who wants to hear when a lamp goes dark again. */
export const Waiter = v.strictObject({
  _id: Id,
  driveId: Id,
  personId: v.string(),
  at: At,
  isTold: v.boolean(),
  /** The notice they were told by: running it again tells nobody else. */
  toldFor: v.optional(v.string()),
})
