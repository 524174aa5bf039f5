/** What each reader is shown: the wall without a person, the worker without the donor, the donor without the worker. */
import * as v from 'valibot'
import { actionNames, stateNames } from '../kernel/machine'
import { Fen } from '../kernel/money'
import { Scope } from '../kernel/roles'
import { At, Cursor, Id, On } from '../kernel/schema'
import { TimelineRow } from '../worker/views'
import { deliveries, Sizes } from './drive'
import { kindNames } from './kinds'
import { donorMachine, driveMachine, wishMachine } from './machine'
import { WishRule } from './rules'
import { DonorName, DonorPhone, SlipCode } from './words'

export const WishStateName = v.picklist(stateNames(wishMachine))
export const WishActionName = v.picklist(actionNames(wishMachine))
const tone = v.picklist(['ok', 'wait', 'stop', 'plain'])
const KindField = v.picklist(kindNames)

/** What a move answers: where it stands now, and what the caller may do next. */
export const Moved = v.strictObject({ id: Id, version: v.number(), state: v.string(), can: v.array(v.string()) })

export const StationLine = v.strictObject({ siteId: Id, name: v.string(), address: v.string(), phone: v.string() })

export const DriveCard = v.strictObject({
  id: Id,
  version: v.number(),
  state: v.picklist(stateNames(driveMachine)),
  stateLabel: v.string(),
  title: v.string(),
  opensOn: On,
  endsOn: On,
  kinds: v.array(v.strictObject({ kind: KindField, valueCapFen: Fen, sizes: Sizes })),
  wishesEach: v.number(),
  delivery: v.picklist(Object.keys(deliveries) as [keyof typeof deliveries]),
  stations: v.array(StationLine),
  scope: Scope,
  isOpen: v.boolean(),
  can: v.array(v.picklist(actionNames(driveMachine))),
})
export type DriveCard = v.InferOutput<typeof DriveCard>

/** One lamp; nothing else of a wish is on the wall. */
export const LampCard = v.strictObject({
  id: Id,
  kind: KindField,
  detail: v.string(),
  districtId: v.string(),
  isLit: v.boolean(),
  isMine: v.boolean(),
})
export type LampCard = v.InferOutput<typeof LampCard>

export const Counts = v.strictObject({ lit: v.number(), dark: v.number(), at: At })

export const LampView = v.strictObject({
  ...LampCard.entries,
  driveId: Id,
  story: v.optional(v.string()),
  postingId: v.optional(Id),
  valueCapFen: Fen,
  station: StationLine,
  isOwn: v.boolean(),
})

/** What the donor holds: where it goes and until when; the worker is nobody here. */
export const Promised = v.strictObject({
  id: Id,
  version: v.number(),
  kind: KindField,
  detail: v.string(),
  story: v.optional(v.string()),
  valueCapFen: Fen,
  state: WishStateName,
  stateLabel: v.string(),
  tone,
  next: v.string(),
  litAt: v.optional(At),
  undoUntil: v.optional(At),
  handOverBy: v.optional(At),
  station: StationLine,
  slip: v.optional(SlipCode),
  receivedAt: v.optional(At),
  thanks: v.array(v.strictObject({ postingId: Id, words: v.optional(v.string()), photoUrl: v.optional(v.string()) })),
  can: v.array(WishActionName),
})
export type Promised = v.InferOutput<typeof Promised>

export const DonorCard = v.strictObject({
  id: Id,
  version: v.number(),
  state: v.picklist(stateNames(donorMachine)),
  stateLabel: v.string(),
  name: v.optional(DonorName),
  hasPhone: v.boolean(),
  isNamed: v.boolean(),
  company: v.optional(v.string()),
  limit: v.number(),
  used: v.number(),
  can: v.array(v.picklist(actionNames(donorMachine))),
})

/** The worker's own wish: everything but the donor. */
export const MyWish = v.strictObject({
  id: Id,
  version: v.number(),
  driveId: Id,
  driveTitle: v.string(),
  kind: KindField,
  detail: v.string(),
  sizes: Sizes,
  story: v.string(),
  state: WishStateName,
  stateLabel: v.string(),
  tone,
  next: v.strictObject({ text: v.string(), dueAt: v.optional(At), isLate: v.boolean() }),
  because: v.optional(v.string()),
  station: StationLine,
  delivery: v.picklist(Object.keys(deliveries) as [keyof typeof deliveries]),
  /** While there is something to be handed out. */
  receiptCode: v.optional(v.string()),
  donorName: v.optional(DonorName),
  giftPhotoUrl: v.optional(v.string()),
  isWrittenByOther: v.boolean(),
  isTextChecked: v.boolean(),
  timeline: v.array(TimelineRow),
  can: v.array(WishActionName),
})
export type MyWish = v.InferOutput<typeof MyWish>

export const MayWish = v.strictObject({
  driveId: Id,
  verdict: v.picklist(['yes', 'no', 'unknown']),
  rules: v.array(v.strictObject({ text: v.string(), verdict: v.picklist(['yes', 'no', 'unknown']), from: v.string() })),
  left: v.number(),
})

/** For the union and the station: the worker masked, the donor as the union knows them. */
export const DeskWish = v.strictObject({
  id: Id,
  version: v.number(),
  kind: KindField,
  detail: v.string(),
  story: v.string(),
  valueCapFen: Fen,
  state: WishStateName,
  stateLabel: v.string(),
  tone,
  dueAt: v.optional(At),
  isLate: v.boolean(),
  maskedName: v.string(),
  /** Empty once whoever wished had their registration erased. */
  siteId: v.string(),
  isTextChecked: v.boolean(),
  postingId: v.optional(Id),
  station: StationLine,
  createdAt: At,
  can: v.array(WishActionName),
})
export type DeskWish = v.InferOutput<typeof DeskWish>

export const DeskWishWhole = v.strictObject({
  row: DeskWish,
  siteName: v.string(),
  rules: MayWish.entries.rules,
  donor: v.optional(
    v.strictObject({ name: v.optional(v.string()), phone: v.optional(v.string()), company: v.optional(v.string()) }),
  ),
  giftPhotoUrl: v.optional(v.string()),
  timeline: v.array(TimelineRow),
})

export const DeskPage = v.strictObject({ rows: v.array(DeskWish), next: v.optional(Cursor) })

/** A drive as numbers: `made` is the sum of all states, and of all outcomes once it is closed. */
export const DriveNumbers = v.strictObject({
  drive: DriveCard,
  /** What was published beside what everybody reads: a change starts from it. */
  rules: v.array(WishRule),
  quota: v.number(),
  used: v.number(),
  made: v.number(),
  byState: v.array(v.strictObject({ state: WishStateName, label: v.string(), count: v.number() })),
  byOutcome: v.strictObject({
    received: v.number(),
    withdrawn: v.number(),
    rejected: v.number(),
    undelivered: v.number(),
    open: v.number(),
  }),
  funnel: v.strictObject({ made: v.number(), lit: v.number(), received: v.number(), thanked: v.number() }),
  late: v.number(),
  byDistrict: v.array(
    v.strictObject({
      districtId: v.string(),
      name: v.string(),
      made: v.number(),
      lit: v.number(),
      received: v.number(),
    }),
  ),
  budgetFen: Fen,
  freeFen: Fen,
})

export const SlipView = v.strictObject({
  id: Id,
  version: v.number(),
  kind: KindField,
  detail: v.string(),
  valueCapFen: Fen,
  state: WishStateName,
  stateLabel: v.string(),
  station: StationLine,
  isHere: v.boolean(),
  donorName: v.optional(DonorName),
  donorPhone: v.optional(DonorPhone),
  takenInAt: v.optional(At),
  takenInBy: v.optional(v.string()),
  can: v.array(WishActionName),
})
