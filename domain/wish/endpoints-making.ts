/** What a worker, and whoever writes for them, asks of `wish`: may I, make, move, thank. */
import * as v from 'valibot'
import { read, write } from '../kernel/api'
import { actSchema } from '../kernel/machine'
import { Id, RequestId } from '../kernel/schema'
import { wishMachine } from './machine'
import { MayWish, Moved, MyWish } from './views'
import { FileId, WishWords } from './words'

const once = { requestId: RequestId }

export const makingEndpoints = {
  mayWish: read({
    says: 'Whether the caller, or the worker they write for, may wish in a drive: every rule with its own answer and where the fact comes from.',
    who: 'anyone',
    input: v.strictObject({ driveId: Id, workerId: v.optional(Id) }),
    output: MayWish,
    errors: ['NOT_FOUND', 'FORBIDDEN'],
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
    output: Moved,
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
      'unlist',
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
    output: Moved,
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
    output: Moved,
    errors: ['NOT_FOUND', 'FORBIDDEN', 'ACTION_NOT_ALLOWED', 'CONFLICT', 'TEXT_REFUSED', 'FILE_UNREADABLE'],
  }),
}
