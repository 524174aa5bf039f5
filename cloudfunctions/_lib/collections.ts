/** Every collection: the schema of its documents and its indexes. Types the database and goes into the manifest. */
import * as v from 'valibot'
import { StoredNotice } from '../../domain/inbox'
import { personal } from '../../domain/kernel/personal'
import { At, Id, Reason } from '../../domain/kernel/schema'
import { Posting } from '../../domain/posting/schema'
import { Area, Site } from '../../domain/site/schema'
import { Invitation, Person } from '../../domain/staff/schema'
import { Donor } from '../../domain/wish/donor'
import { Drive } from '../../domain/wish/drive'
import { Waiter, Wish, WishSeat } from '../../domain/wish/schema'
import { maskName } from '../../domain/worker/documents'
import { Worker } from '../../domain/worker/schema'
import { claimCollections } from './collectionsOfClaims'
import { type Collection, history, index } from './indexes'

/** One keyed hash of a document number, held by one registration: the insert decides who has it. */
const IdCard = v.strictObject({ _id: Id, workerId: Id, at: At })
const Counter = v.strictObject({ _id: Id, used: v.number(), at: At })
/** A code somebody registered by another confirms with; `_id` is its keyed hash. */
const Confirmation = v.strictObject({ _id: Id, workerId: Id, validUntil: At, usedBy: v.optional(v.string()), at: At })
/** Who looked at, exported or searched what, and why: never erased with the person it is about (DOMAIN.md §3.9). */
const Look = v.strictObject({
  _id: Id,
  workerId: v.optional(Id),
  by: Id,
  byName: v.pipe(v.string(), personal({ label: '谁看的', isSensitive: false, mask: maskName })),
  role: v.string(),
  what: v.string(),
  scope: v.optional(v.string()),
  count: v.optional(v.number()),
  reason: Reason,
  at: At,
  listKey: v.string(),
})
/** A finished answer kept a day for a repeated request that makes files; the clock removes it with its files. */
/** It may hold confirmation codes, and words somebody wrote about a person. */
const Reply = v.pipe(v.string(), personal({ label: '办好的回话', isSensitive: false, mask: () => '…' }))
const Answer = v.strictObject({ _id: Id, at: At, reply: Reply, fileIds: v.optional(v.array(v.string())) })
/** The one invitation a city's first admin may come by: whoever replaces it must first take the old one back. */
const CityOpening = v.strictObject({ _id: Id, invitationId: Id, at: At })
const Heartbeat = v.strictObject({
  _id: Id,
  at: At,
  holder: v.string(),
  leaseUntil: At,
  done: v.number(),
  poisoned: v.number(),
})
const Poison = v.strictObject({ _id: Id, collection: v.string(), docId: Id, why: v.string(), at: At })

const rosterIndexes = ['siteId', 'streetId', 'districtId', 'cityId', 'orgId'].flatMap((place) => [
  index(`${place}Newest`, place, '-listKey'),
  index(`${place}State`, place, 'state', '-listKey'),
])

const wallIndexes = [[], ['districtId'], ['kind'], ['districtId', 'kind']].map((parts) =>
  index(['wall', ...parts].join('_'), 'driveId', 'wall', ...parts, 'wallKey'),
)
const wishQueues = ['siteId', 'streetId', 'districtId', 'cityId'].map((place) =>
  index(`${place}Queue`, place, 'state', 'listKey'),
)

export const collections = {
  people: { schema: Person, indexes: [index('byGrant', 'grants.scope.id', '_id')] },
  workers: {
    schema: v.strictObject({ ...Worker.entries, ...history }),
    indexes: [
      ...rosterIndexes,
      index('byOwner', 'ownerId'),
      index('byName', 'nameKey', '-listKey'),
      index('byTail', 'tailKey', '-listKey'),
      index('byPhone', 'phoneKey'),
      index('byWake', 'wakeAt'),
      index('byErasure', 'eraseOn'),
      index('byUntold', 'untoldSince'),
    ],
  },
  idCards: { schema: IdCard, indexes: [] },
  confirmations: { schema: Confirmation, indexes: [index('byWorker', 'workerId')] },
  sites: {
    schema: v.strictObject({ ...Site.entries, ...history }),
    indexes: [
      { name: 'byCode', keys: [['code', 1]], unique: true },
      ...['siteId', 'streetId', 'districtId', 'cityId', 'orgId'].map((place) =>
        index(`${place}Newest`, place, '-listKey'),
      ),
      index('byUntold', 'untoldSince'),
    ],
  },
  drives: {
    schema: v.strictObject({ ...Drive.entries, ...history }),
    indexes: [
      index('byCity', 'cityId', 'state', '-listKey'),
      index('byWake', 'wakeAt'),
      index('byCheck', 'checkAt'),
      index('byUntold', 'untoldSince'),
    ],
  },
  wishes: {
    schema: v.strictObject({ ...Wish.entries, ...history }),
    indexes: [
      ...wallIndexes,
      ...wishQueues,
      index('byOwner', 'ownerId', '-listKey'),
      index('byWorker', 'workerId'),
      index('byDonor', 'donorId', '-litAt'),
      index('byDrive', 'driveId', 'state', 'listKey'),
      index('byDistrict', 'driveId', 'districtId', 'state'),
      index('byLate', 'driveId', 'isLate'),
      index('byShelf', 'station.siteId', 'state', 'listKey'),
      index('bySlip', 'slipKey'),
      index('byWake', 'wakeAt'),
      index('byUntold', 'untoldSince'),
    ],
  },
  wishSeats: { schema: WishSeat, indexes: [index('byDrive', 'driveId')] },
  donors: {
    schema: v.strictObject({ ...Donor.entries, ...history }),
    indexes: [
      index('byDistrict', 'districtId', 'state', '-listKey'),
      index('byCity', 'cityId', 'state', '-listKey'),
      index('byCheck', 'checkAt'),
      index('byUntold', 'untoldSince'),
    ],
  },
  waiters: {
    schema: Waiter,
    indexes: [index('byDrive', 'driveId', 'isTold', 'at'), index('byPerson', 'personId'), index('byNotice', 'toldFor')],
  },
  postings: {
    schema: v.strictObject({ ...Posting.entries, ...history }),
    indexes: [
      index('byDistrict', 'districtId', 'state', 'listKey'),
      index('byCity', 'cityId', 'state', 'listKey'),
      index('byOwner', 'ownerId', '-listKey'),
      index('bySubject', 'subjectId'),
      index('byTrace', 'traceId'),
      index('byWake', 'wakeAt'),
      index('byUntold', 'untoldSince'),
    ],
  },
  ...claimCollections,
  areas: { schema: Area, indexes: [index('byDistrict', 'districtId', '_id')] },
  invitations: {
    schema: v.strictObject({ ...Invitation.entries, ...history }),
    indexes: [index('byOwner', 'ownerId', '-createdAt')],
  },
  cities: { schema: CityOpening, indexes: [] },
  notices: { schema: StoredNotice, indexes: [index('byBox', 'box', '-listKey'), index('byUnread', 'box', 'readAt')] },
  looks: { schema: Look, indexes: [index('byWorker', 'workerId', '-listKey'), index('byWho', 'by', '-at')] },
  counters: { schema: Counter, indexes: [] },
  answers: { schema: Answer, indexes: [index('byAge', 'at')] },
  heartbeats: { schema: Heartbeat, indexes: [] },
  poisons: { schema: Poison, indexes: [index('byAge', 'at')] },
} as const satisfies Record<string, Collection>

export type { Collection, Index } from './indexes'
export type CollectionName = keyof typeof collections
export type DocOf<N extends CollectionName> = v.InferOutput<(typeof collections)[N]['schema']>
