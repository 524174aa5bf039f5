/** What each reader is shown of a registration; masked values only, no ciphertext and no key ever leaves. */
import * as v from 'valibot'
import { actionNames, stateNames } from '../kernel/machine'
import { personal } from '../kernel/personal'
import { At, Cursor, Id, On, oneOf } from '../kernel/schema'
import { exposures, residences, stays, trades } from './choices'
import { maskName } from './documents'
import { workerMachine } from './machine'
import { DocumentKindName, Stay } from './schema'

/** Said only to find or to prove somebody: never to stand in a log. */
export const Tail = personal({ label: '证件号最后 4 位', isSensitive: true, mask: () => '****' })

const Masked = v.string()
export const WorkerStateName = v.picklist(stateNames(workerMachine))
export const WorkerActionName = v.picklist(actionNames(workerMachine))

export const TimelineRow = v.strictObject({ text: v.string(), at: At, by: v.string(), note: v.optional(v.string()) })
export const Next = v.strictObject({
  text: v.string(),
  dueAt: v.optional(At),
  isProvisional: v.optional(v.boolean()),
  isLate: v.boolean(),
})
export const SiteLine = v.strictObject({
  siteId: Id,
  name: v.string(),
  address: v.string(),
  cityId: Id,
  districtId: Id,
  districtName: v.string(),
  streetName: v.string(),
  keeperName: v.string(),
  keeperPhone: v.string(),
})
export type SiteLine = v.InferOutput<typeof SiteLine>

export const Entitlement = v.strictObject({
  id: v.string(),
  title: v.string(),
  what: v.string(),
  how: v.string(),
  source: v.string(),
  verdict: v.picklist(['yes', 'no', 'unknown']),
  rules: v.array(v.strictObject({ text: v.string(), verdict: v.picklist(['yes', 'no', 'unknown']) })),
})

/** 留沪服务卡. `memberCode` is what the member QR carries: it names the card, not the person. */
export const WorkerCard = v.strictObject({
  id: Id,
  version: v.number(),
  state: WorkerStateName,
  stateLabel: v.string(),
  tone: v.picklist(['ok', 'wait', 'stop', 'plain']),
  next: Next,
  rejectedBecause: v.optional(v.string()),
  maskedName: Masked,
  maskedPhone: Masked,
  maskedNumber: Masked,
  documentKind: DocumentKindName,
  homeProvince: v.string(),
  stay: Stay,
  isMinor: v.boolean(),
  memberCode: v.string(),
  site: SiteLine,
  entitlements: v.array(Entitlement),
  timeline: v.array(TimelineRow),
  can: v.array(WorkerActionName),
})
export type WorkerCard = v.InferOutput<typeof WorkerCard>

export const RosterRow = v.strictObject({
  id: Id,
  version: v.number(),
  state: WorkerStateName,
  stateLabel: v.string(),
  tone: v.picklist(['ok', 'wait', 'stop', 'plain']),
  maskedName: Masked,
  maskedPhone: Masked,
  maskedNumber: Masked,
  siteId: Id,
  residence: oneOf(residences, '住在哪'),
  trade: oneOf(trades, '干什么活'),
  exposure: oneOf(exposures, '接触不接触'),
  stay: oneOf(stays, '留不留'),
  isMinor: v.boolean(),
  isLate: v.boolean(),
  createdAt: At,
  dueAt: v.optional(At),
  can: v.array(WorkerActionName),
})
export type RosterRow = v.InferOutput<typeof RosterRow>

export const RosterFilter = v.strictObject({
  state: v.optional(WorkerStateName),
  stay: v.optional(oneOf(stays, '留不留')),
  residence: v.optional(oneOf(residences, '住在哪')),
  exposure: v.optional(oneOf(exposures, '接触不接触')),
  isMinor: v.optional(v.boolean()),
})
/** Exact name or exact last four signs of the document; nothing in between is searched. */
export const RosterSearch = v.variant('by', [
  v.strictObject({
    by: v.literal('name'),
    name: v.pipe(
      v.string(),
      v.minLength(1),
      v.maxLength(60),
      personal({ label: '姓名', isSensitive: false, mask: maskName }),
    ),
  }),
  v.strictObject({
    by: v.literal('tail'),
    tail: v.pipe(v.string(), v.trim(), v.toUpperCase(), v.regex(/^[0-9A-Z]{4}$/, '输证件号最后 4 位'), Tail),
  }),
])
export const RosterPage = v.strictObject({ rows: v.array(RosterRow), next: v.optional(Cursor) })

export const ImportRow = v.strictObject({
  row: v.number(),
  isTaken: v.boolean(),
  problem: v.optional(v.string()),
  confirmCode: v.optional(v.string()),
})
export const Seen = v.strictObject({
  at: At,
  role: v.string(),
  byName: v.string(),
  what: v.string(),
  reason: v.string(),
})
export const ExportSection = v.strictObject({
  title: v.string(),
  rows: v.array(v.strictObject({ label: v.string(), value: v.string() })),
})
export const Confirmation = v.strictObject({ workerId: Id, confirmCode: v.string(), validUntil: On })
