/** What the union and the station ask of `wish`: queues, shelves, slips, numbers, papers. */
import * as v from 'valibot'
import { read, write } from '../kernel/api'
import { roleNames, Scope } from '../kernel/roles'
import { At, Cursor, Id, Reason, RequestId } from '../kernel/schema'
import { CompanyName } from './donor'
import { DeskPage, DeskWishWhole, DriveNumbers, SlipView, WishStateName } from './views'
import { ReceiptCode, SlipCode } from './words'

const once = { requestId: RequestId }
const staff = roleNames
const Print = v.strictObject({ pngUrl: v.string(), pdfUrl: v.string(), validUntil: At })

export const deskEndpoints = {
  companies: read({
    says: 'The companies that asked a union of the caller’s.',
    who: ['unionOfficer', 'cityAdmin'],
    input: v.strictObject({ scope: Scope }),
    output: v.strictObject({
      rows: v.array(
        v.strictObject({
          id: Id,
          version: v.number(),
          company: CompanyName,
          name: v.optional(v.string()),
          phone: v.optional(v.string()),
          can: v.array(v.string()),
        }),
      ),
    }),
    errors: ['NOT_FOUND'],
  }),
  slip: read({
    says: 'What a donor’s slip stands for, at the station that reads it.',
    who: ['stationKeeper', 'unionOfficer'],
    input: v.strictObject({ code: SlipCode }),
    output: SlipView,
    errors: ['SLIP_INVALID', 'TRIES_USED_UP'],
  }),
  queue: read({
    says: 'The wishes of a scope in one state, of one drive or of all, those due first.',
    who: staff,
    input: v.strictObject({ scope: Scope, driveId: v.optional(Id), state: WishStateName, cursor: v.optional(Cursor) }),
    output: DeskPage,
    errors: ['NOT_FOUND'],
  }),
  shelf: read({
    says: 'What lies at a station or is on its way there.',
    who: ['stationKeeper', 'unionOfficer'],
    input: v.strictObject({ siteId: Id, state: WishStateName, cursor: v.optional(Cursor) }),
    output: DeskPage,
    errors: ['NOT_FOUND'],
  }),
  get: read({
    says: 'One wish for the union or its station, with its history.',
    who: staff,
    input: v.strictObject({ id: Id }),
    output: DeskWishWhole,
    errors: ['NOT_FOUND'],
  }),
  drive: read({
    says: 'A drive as numbers that add up.',
    who: staff,
    input: v.strictObject({ driveId: Id }),
    output: DriveNumbers,
    errors: ['NOT_FOUND'],
  }),
  exportDrive: write({
    says: 'The wishes of a drive as a marked Excel list without a whole name (at most 5,000); the export is logged.',
    who: ['unionOfficer', 'cityAdmin'],
    input: v.strictObject({ ...once, driveId: Id, reason: Reason }),
    output: v.strictObject({ fileUrl: v.string(), count: v.number(), expiresAt: At }),
    errors: ['NOT_FOUND', 'EXPORT_TOO_LARGE'],
  }),
  drivePoster: write({
    says: 'The poster of a drive with its code, to be sent on or hung up.',
    who: 'anyone',
    input: v.strictObject({ ...once, driveId: Id }),
    output: Print,
    errors: ['NOT_FOUND'],
  }),
  label: write({
    says: 'The label that goes onto a gift: its number, what it is, for whom (masked), where it is handed out.',
    who: ['stationKeeper', 'unionOfficer'],
    input: v.strictObject({ ...once, id: Id }),
    output: Print,
    errors: ['NOT_FOUND', 'ACTION_NOT_ALLOWED'],
  }),
  receipt: read({
    says: 'Whether a code is the worker’s for this wish: asked before a gift is handed out.',
    who: ['stationKeeper', 'unionOfficer'],
    input: v.strictObject({ id: Id, code: ReceiptCode }),
    output: v.strictObject({ isRight: v.boolean() }),
    errors: ['NOT_FOUND', 'TRIES_USED_UP'],
  }),
}
