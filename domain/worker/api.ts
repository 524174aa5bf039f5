/** The contract of the function `worker`: 实名登记, from the scan to the erasure. */
import * as v from 'valibot'
import { defineApi, read, write } from '../kernel/api'
import { actSchema } from '../kernel/machine'
import { personal } from '../kernel/personal'
import { roleNames, Scope } from '../kernel/roles'
import { At, Cursor, Id, Reason, RequestId } from '../kernel/schema'
import { desk, exporters, revealers, workerMachine } from './machine'
import { BornOn, ConsentGiven, IdentityDocument, Name, Person, Phone, RegistrationDraft, Stay } from './schema'
import {
  Confirmation,
  ExportSection,
  ImportRow,
  RosterFilter,
  RosterPage,
  RosterRow,
  RosterSearch,
  Seen,
  Tail,
  TimelineRow,
  WorkerCard,
} from './views'

const staff = roleNames
const once = { requestId: RequestId }
const Assisted = v.strictObject({
  bornOn: v.optional(BornOn),
  name: Name,
  phone: Phone,
  document: IdentityDocument,
  homeProvince: Person.entries.homeProvince,
  stay: Stay,
})

export const workerApi = defineApi('worker', '实名登记', {
  consent: read({
    says: 'The text a worker agrees to, with its version and hash, and who can read a registration.',
    who: 'anyone',
    input: v.strictObject({}),
    output: v.strictObject({
      version: v.number(),
      hash: v.string(),
      handler: v.strictObject({ name: v.string(), contact: v.string() }),
      parts: v.array(v.strictObject({ id: v.string(), title: v.string(), text: v.string(), isSensitive: v.boolean() })),
      readers: v.array(v.string()),
    }),
    errors: [],
  }),
  register: write({
    says: 'Registers the caller at the site of the scanned code. Sent twice it answers the same card.',
    who: 'anyone',
    input: RegistrationDraft,
    output: v.strictObject({ card: WorkerCard, isMerged: v.boolean() }),
    errors: [
      'CODE_DAMAGED',
      'CODE_FOREIGN',
      'CODE_REVOKED',
      'CONSENT_OUTDATED',
      'UNDERAGE',
      'ALREADY_REGISTERED',
      'CONFLICT',
      'DEVICE_LIMIT_REACHED',
      'SITE_BUSY',
      'PHONE_CODE_INVALID',
      'PHONE_QUOTA_GONE',
    ],
  }),
  mine: read({
    says: "The caller's own card, or nothing when they have not registered.",
    who: 'anyone',
    input: v.strictObject({}),
    output: v.strictObject({ card: v.optional(WorkerCard), isConsentCurrent: v.boolean() }),
    errors: [],
  }),
  agree: write({
    says: 'Agrees to a changed text.',
    who: 'anyone',
    input: v.strictObject({ ...once, consent: ConsentGiven }),
    output: v.strictObject({ isConsentCurrent: v.boolean() }),
    errors: ['NOT_FOUND', 'CONSENT_OUTDATED'],
  }),
  correct: write({
    says: 'Changes who the caller is (name, phone, document, home): the site looks again.',
    who: 'anyone',
    input: v.strictObject({ ...once, id: Id, version: v.number(), person: Person }),
    output: v.strictObject({ card: WorkerCard }),
    errors: [
      'NOT_FOUND',
      'CONFLICT',
      'ACTION_NOT_ALLOWED',
      'DOCUMENT_IN_USE',
      'UNDERAGE',
      'PHONE_CODE_INVALID',
      'PHONE_QUOTA_GONE',
    ],
  }),
  changeSite: write({
    says: 'Moves the caller to the site of another scanned code.',
    who: 'anyone',
    input: v.strictObject({ ...once, id: Id, version: v.number(), scene: v.pipe(v.string(), v.maxLength(32)) }),
    output: v.strictObject({ card: WorkerCard }),
    errors: [
      'NOT_FOUND',
      'CONFLICT',
      'ACTION_NOT_ALLOWED',
      'CODE_DAMAGED',
      'CODE_FOREIGN',
      'CODE_REVOKED',
      'DOCUMENT_IN_USE',
      'SITE_BUSY',
    ],
  }),
  confirm: write({
    says: 'A person registered by somebody else confirms with their own phone: the code they were given and the last four signs of their document.',
    who: 'anyone',
    input: v.strictObject({
      ...once,
      confirmCode: v.pipe(
        v.string(),
        v.maxLength(20),
        personal({ label: '确认编号', isSensitive: false, mask: () => '…' }),
      ),
      tail: v.pipe(v.string(), v.trim(), v.toUpperCase(), v.length(4, '输证件号最后 4 位'), Tail),
      consent: ConsentGiven,
    }),
    output: v.strictObject({ card: WorkerCard }),
    errors: ['CONFIRM_CODE_INVALID', 'TRIES_USED_UP', 'ALREADY_REGISTERED', 'CONSENT_OUTDATED'],
  }),
  act: write({
    says: 'One move of the machine: the worker updates, leaves or erases; the desk verifies, rejects, settles or refuses.',
    who: 'anyone',
    input: actSchema(workerMachine, ['update', 'leave', 'erase', 'verify', 'reject', 'settle', 'refuse']),
    output: v.strictObject({ id: Id, version: v.number(), state: v.string(), can: v.array(v.string()) }),
    errors: ['NOT_FOUND', 'FORBIDDEN', 'ACTION_NOT_ALLOWED', 'CONFLICT'],
  }),
  exportMine: write({
    says: 'Everything held about the caller, in words and as an Excel file inside the answer: no copy is left lying (个人信息保护法 art 45).',
    who: 'anyone',
    input: v.strictObject(once),
    output: v.strictObject({ sections: v.array(ExportSection), fileName: v.string(), fileBase64: v.string() }),
    errors: ['NOT_FOUND'],
  }),
  seen: read({
    says: 'Who looked at the caller’s number, when and why.',
    who: 'anyone',
    input: v.strictObject({}),
    output: v.strictObject({ rows: v.array(Seen) }),
    errors: [],
  }),
  roster: read({
    says: 'The registrations of a scope the caller holds: masked, newest first, by cursor.',
    who: staff,
    input: v.strictObject({
      scope: Scope,
      filter: v.optional(RosterFilter),
      search: v.optional(RosterSearch),
      cursor: v.optional(Cursor),
    }),
    output: RosterPage,
    errors: ['NOT_FOUND', 'SEARCH_TOO_WIDE'],
  }),
  get: read({
    says: 'One registration for the desk, masked, with its timeline and what the caller may do.',
    who: staff,
    input: v.strictObject({ id: Id }),
    output: v.strictObject({
      row: RosterRow,
      siteName: v.string(),
      cityId: Id,
      districtId: Id,
      timeline: v.array(TimelineRow),
      homeProvince: v.string(),
      canReveal: v.boolean(),
    }),
    errors: ['NOT_FOUND'],
  }),
  reveal: write({
    says: "Shows one person's whole number for a reason, which is logged and which that person sees.",
    who: revealers,
    input: v.strictObject({ ...once, id: Id, what: v.picklist(['name', 'phone', 'document']), reason: Reason }),
    output: v.strictObject({ value: v.string() }),
    errors: ['NOT_FOUND'],
  }),
  registerFor: write({
    says: 'Registers somebody without a smartphone; answers the code they confirm with.',
    who: desk,
    input: v.strictObject({
      ...once,
      siteId: Id,
      person: Assisted,
      saidYes: v.literal(true, '先念给本人听，本人答应了再登记'),
    }),
    output: Confirmation,
    errors: ['NOT_FOUND', 'DOCUMENT_IN_USE', 'UNDERAGE'],
  }),
  confirmCode: write({
    says: 'A new confirmation code in place of a lost one.',
    who: desk,
    input: v.strictObject({ ...once, id: Id }),
    output: Confirmation,
    errors: ['NOT_FOUND', 'ACTION_NOT_ALLOWED'],
  }),
  importRoster: write({
    says: 'Takes a roster from Excel (at most 500 rows) and reports row by row; a row is taken whole or not at all.',
    who: desk,
    input: v.strictObject({ ...once, siteId: Id, fileId: v.pipe(v.string(), v.maxLength(300)) }),
    output: v.strictObject({ taken: v.number(), refused: v.number(), rows: v.array(ImportRow) }),
    errors: ['NOT_FOUND', 'FILE_UNREADABLE', 'TOO_MANY_ROWS'],
  }),
  exportRoster: write({
    says: 'The masked roster of a scope as Excel with a watermark (at most 5,000 people); the export is logged.',
    who: exporters,
    input: v.strictObject({ ...once, scope: Scope, filter: v.optional(RosterFilter), reason: Reason }),
    output: v.strictObject({ fileUrl: v.string(), count: v.number(), expiresAt: At }),
    errors: ['NOT_FOUND', 'EXPORT_TOO_LARGE'],
  }),
})
