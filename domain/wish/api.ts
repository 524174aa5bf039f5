/** The contract of the function `wish`: 点亮微心愿, from a drive to the gift in somebody's hands. */
import * as v from 'valibot'
import { defineApi, read, write } from '../kernel/api'
import { actSchema } from '../kernel/machine'
import { roleNames, Scope } from '../kernel/roles'
import { At, Cursor, Id, Reason, RequestId } from '../kernel/schema'
import { PhoneGiven } from '../worker/schema'
import { ExportSection } from '../worker/views'
import { CompanyName } from './donor'
import { DriveDetails } from './drive'
import { kindNames } from './kinds'
import { donorMachine, driveMachine, wishMachine } from './machine'
import { mostAtOnce } from './quotas'
import {
  Counts,
  DeskPage,
  DeskWishWhole,
  DonorCard,
  DriveCard,
  DriveNumbers,
  LampCard,
  LampView,
  MayWish,
  MyWish,
  Promised,
  SlipView,
  WishStateName,
} from './views'
import { DonorName, FileId, ReceiptCode, SlipCode, WishWords } from './words'

const once = { requestId: RequestId }
const staff = roleNames
const moved = v.strictObject({ id: Id, version: v.number(), state: v.string(), can: v.array(v.string()) })
const kind = v.picklist(kindNames)
const Print = v.strictObject({ pngUrl: v.string(), pdfUrl: v.string(), validUntil: At })

export const wishApi = defineApi('wish', '点亮微心愿', {
  drives: read({
    says: 'The drives of a city, open ones first.',
    who: 'anyone',
    input: v.strictObject({ cityId: v.optional(Id) }),
    output: v.strictObject({ drives: v.array(DriveCard) }),
    errors: [],
  }),
  publishDrive: write({
    says: 'Publishes a drive over a city or a district the caller’s union looks after.',
    who: ['unionOfficer'],
    input: v.strictObject({ ...once, scope: Scope, details: DriveDetails }),
    output: v.strictObject({ drive: DriveCard }),
    errors: ['NOT_FOUND', 'FORBIDDEN'],
  }),
  actDrive: write({
    says: 'Changes a drive while it is open, or ends it before its day with a reason.',
    who: ['unionOfficer'],
    input: actSchema(driveMachine, ['change', 'stop']),
    output: v.strictObject({ drive: DriveCard }),
    errors: ['NOT_FOUND', 'FORBIDDEN', 'ACTION_NOT_ALLOWED', 'CONFLICT'],
  }),
  wall: read({
    says: 'A page of lamps, by chance but the same for everybody, and how many are lit: counted at most ten seconds ago.',
    who: 'anyone',
    input: v.strictObject({
      driveId: Id,
      isDark: v.optional(v.boolean()),
      districtId: v.optional(Id),
      kind: v.optional(kind),
      cursor: v.optional(Cursor),
      limit: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(60))),
    }),
    output: v.strictObject({ lamps: v.array(LampCard), counts: Counts, next: v.optional(Cursor) }),
    errors: [],
  }),
  lamp: read({
    says: 'One lamp of the wall with its words, as everybody may see it.',
    who: 'anyone',
    input: v.strictObject({ wishId: Id }),
    output: v.strictObject({ lamp: LampView }),
    errors: ['NOT_FOUND'],
  }),
  mayWish: read({
    says: 'Whether the caller may wish in a drive: every rule with its own answer and where the fact comes from.',
    who: 'anyone',
    input: v.strictObject({ driveId: Id }),
    output: MayWish,
    errors: ['NOT_FOUND'],
  }),
  make: write({
    says: 'Makes a wish, or keeps it as a draft. Sent twice it answers the same wish.',
    who: 'anyone',
    input: v.strictObject({ ...once, driveId: Id, words: WishWords, isDraft: v.optional(v.boolean()) }),
    output: v.strictObject({ wish: MyWish }),
    errors: [
      'NOT_FOUND',
      'DRIVE_NOT_OPEN',
      'NOT_ELIGIBLE',
      'WISHES_USED_UP',
      'DRIVE_FULL',
      'TEXT_REFUSED',
      'TRIES_USED_UP',
    ],
  }),
  makeFor: write({
    says: 'Writes a wish down for a registered worker, who says yes on their own phone before it goes anywhere.',
    who: ['unionOfficer', 'streetOfficer', 'siteOfficer'],
    input: v.strictObject({ ...once, driveId: Id, workerId: Id, words: WishWords }),
    output: moved,
    errors: ['NOT_FOUND', 'DRIVE_NOT_OPEN', 'NOT_ELIGIBLE', 'WISHES_USED_UP', 'DRIVE_FULL', 'TRIES_USED_UP'],
  }),
  mine: read({
    says: 'The caller’s own wishes, newest first: where each stands, what comes next, the code to collect it with.',
    who: 'anyone',
    input: v.strictObject({}),
    output: v.strictObject({ wishes: v.array(MyWish) }),
    errors: [],
  }),
  act: write({
    says: 'One move of the machine, by whoever the row names.',
    who: 'anyone',
    input: actSchema(wishMachine, [
      'edit',
      'submit',
      'withdraw',
      'propose',
      'list',
      'return',
      'reject',
      'undo',
      'giveUp',
      'takeIn',
      'dispatch',
      'redeliver',
      'handOut',
      'miss',
      'dispute',
      'makeGood',
      'settle',
    ]),
    output: moved,
    errors: [
      'NOT_FOUND',
      'FORBIDDEN',
      'ACTION_NOT_ALLOWED',
      'CONFLICT',
      'TEXT_REFUSED',
      'TEXT_UNCHECKED',
      'RECEIPT_CODE_INVALID',
      'TRIES_USED_UP',
      'FILE_UNREADABLE',
    ],
  }),
  thank: write({
    says: 'Says thanks in words or with a picture; the donor reads it once it is checked.',
    who: 'anyone',
    input: v.strictObject({
      ...once,
      id: Id,
      version: v.number(),
      words: v.optional(WishWords.entries.story),
      fileId: v.optional(FileId),
    }),
    output: moved,
    errors: ['NOT_FOUND', 'FORBIDDEN', 'ACTION_NOT_ALLOWED', 'CONFLICT', 'TEXT_REFUSED', 'FILE_UNREADABLE'],
  }),
  light: write({
    says: 'Lights a lamp: one person, once. Sent twice it answers the same.',
    who: 'anyone',
    input: v.strictObject({ ...once, wishId: Id }),
    output: v.strictObject({ promised: Promised }),
    errors: ['NOT_FOUND', 'WISH_ALREADY_LIT', 'LIGHT_LIMIT_REACHED', 'OWN_WISH', 'CONFLICT'],
  }),
  lightMany: write({
    says: 'Lights all that can be lit; each of the others says why.',
    who: 'anyone',
    input: v.strictObject({
      ...once,
      wishIds: v.pipe(
        v.array(Id),
        v.minLength(1, '至少选一盏'),
        v.maxLength(mostAtOnce, `一次最多 ${mostAtOnce} 盏`),
        v.check((ids) => new Set(ids).size === ids.length, '同一盏选了两次'),
      ),
    }),
    output: v.strictObject({
      lit: v.array(Id),
      refused: v.array(v.strictObject({ wishId: Id, code: v.string(), message: v.string() })),
    }),
    errors: [],
  }),
  promised: read({
    says: 'What the caller lit: how long is left, where it goes, the slip for the station, and that it arrived.',
    who: 'anyone',
    input: v.strictObject({}),
    output: v.strictObject({ donor: v.optional(DonorCard), promised: v.array(Promised) }),
    errors: [],
  }),
  introduce: write({
    says: 'Tells the union who the donor is; the worker reads the name only if the donor wants it.',
    who: 'anyone',
    input: v.strictObject({ ...once, name: DonorName, phone: PhoneGiven, isNamed: v.boolean() }),
    output: v.strictObject({ donor: DonorCard }),
    errors: ['NOT_FOUND', 'TEXT_REFUSED', 'PHONE_CODE_INVALID', 'PHONE_QUOTA_GONE'],
  }),
  exportMine: write({
    says: 'Everything held about the caller as a donor, in words and as an Excel file inside the answer.',
    who: 'anyone',
    input: v.strictObject(once),
    output: v.strictObject({ sections: v.array(ExportSection), fileName: v.string(), fileBase64: v.string() }),
    errors: ['NOT_FOUND'],
  }),
  forgetMe: write({
    says: 'Erases who the caller is as a donor: lamps they hold hang dark again, gifts they brought stand without them.',
    who: 'anyone',
    input: v.strictObject(once),
    output: v.strictObject({ isForgotten: v.boolean() }),
    errors: ['NOT_FOUND'],
  }),
  actDonor: write({
    says: 'A company asks to hold more lamps; a union of the district says how many, or no.',
    who: 'anyone',
    input: actSchema(donorMachine, ['ask', 'approve', 'refuse']),
    output: moved,
    errors: ['NOT_FOUND', 'FORBIDDEN', 'ACTION_NOT_ALLOWED', 'CONFLICT'],
  }),
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
  awaitLamp: write({
    says: 'Asks to be told when a lamp of this drive goes dark again.',
    who: 'anyone',
    input: v.strictObject({ ...once, driveId: Id }),
    output: v.strictObject({ isWaiting: v.boolean() }),
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
    says: 'The wishes of a scope in one state, those due first.',
    who: staff,
    input: v.strictObject({ scope: Scope, state: WishStateName, cursor: v.optional(Cursor) }),
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
})
