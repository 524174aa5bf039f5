/** The collections of claims: programmes and their books, claims, what an employer counts, what is paid, what is contested. */
import * as v from 'valibot'
import { Batch, BatchLine } from '../../domain/claim/batch'
import { Books } from '../../domain/claim/books'
import { Objection } from '../../domain/claim/objection'
import { Edition, Programme } from '../../domain/claim/programme'
import { Claim, ClaimKey, Counted, Declared, SheetPart } from '../../domain/claim/schema'
import { type Collection, history, index } from './indexes'

/** A desk's work lists: by the place its officers hold, due first. */
const deskPlaces = ['siteId', 'streetId', 'districtId', 'cityId', 'orgId'] as const
const claimQueues = deskPlaces.map((place) => index(`${place}Queue`, `desk.${place}`, 'queue', 'dueKey'))
/** Whoever watches: only what is late, over a city or a district. */
const watched = (key: string) => ['cityId', 'districtId'].map((place) => index(`${place}Late`, place, 'isLate', key))
const deskNewest = deskPlaces.map((place) => index(`${place}Newest`, `desk.${place}`, '-listKey'))

export const claimCollections = {
  programmes: {
    schema: v.strictObject({ ...Programme.entries, ...history }),
    indexes: [
      ...deskPlaces.map((place) => index(`${place}Newest`, place, '-listKey')),
      index('byState', 'state', '-listKey'),
      index('byWake', 'wakeAt'),
      index('byUntold', 'untoldSince'),
    ],
  },
  editions: { schema: Edition, indexes: [index('byProgramme', 'programmeId', 'edition')] },
  books: { schema: Books, indexes: [index('byOpen', 'isOpen')] },
  claims: {
    schema: v.strictObject({ ...Claim.entries, ...history }),
    indexes: [
      ...claimQueues,
      ...watched('dueKey'),
      index('byOwner', 'ownerId', '-listKey'),
      index('byWorker', 'workerId', '_id'),
      index('byProgramme', 'programmeId', 'state', 'listKey'),
      index('byProgrammeQueue', 'programmeId', 'queue', 'dueKey'),
      index('byList', 'programmeId', 'isListed', 'listKey'),
      index('bySite', 'siteId', 'claimant', '-listKey'),
      index('byOrg', 'orgId', 'claimant', '-listKey'),
      index('byAccount', 'accountKey'),
      index('byBatch', 'batchId', 'lineNo'),
      index('byWake', 'wakeAt'),
      index('byUntold', 'untoldSince'),
    ],
  },
  claimKeys: {
    schema: ClaimKey,
    indexes: [index('byPerson', 'personKey'), index('byClaim', 'claimId'), index('byErasure', 'eraseOn')],
  },
  declared: { schema: Declared, indexes: [] },
  sheets: { schema: SheetPart, indexes: [index('bySubject', 'subjectId', 'part')] },
  counted: { schema: Counted, indexes: [index('byPerson', 'personKey'), index('byClaim', 'months.claimId')] },
  objections: {
    schema: v.strictObject({ ...Objection.entries, ...history }),
    indexes: [
      ...deskPlaces.map((place) => index(`${place}State`, `desk.${place}`, 'state', 'listKey')),
      index('byCity', 'cityId', 'state', 'listKey'),
      index('byDistrict', 'districtId', 'state', 'listKey'),
      index('byClaim', 'claimId', 'state'),
      index('byOwner', 'ownerId', '-listKey'),
      index('byWake', 'wakeAt'),
      index('byUntold', 'untoldSince'),
    ],
  },
  batches: {
    schema: v.strictObject({ ...Batch.entries, ...history }),
    indexes: [
      ...deskNewest,
      index('byCity', 'cityId', '-listKey'),
      index('byDistrict', 'districtId', '-listKey'),
      index('byProgramme', 'programmeId', 'state'),
      index('byUntold', 'untoldSince'),
    ],
  },
  batchLines: {
    schema: BatchLine,
    indexes: [
      {
        name: 'byNumber',
        keys: [
          ['batchId', 1],
          ['no', 1],
        ],
        unique: true,
      },
      index('byOutcome', 'batchId', 'outcome', 'no'),
      index('byClaim', 'claimId'),
    ],
  },
} as const satisfies Record<string, Collection>
