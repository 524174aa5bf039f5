/** What whoever looks at the wall asks of `wish`: the lamps, to light them, to be known or forgotten. */
import * as v from 'valibot'
import { read, write } from '../kernel/api'
import { actSchema } from '../kernel/machine'
import { Cursor, Id, RequestId } from '../kernel/schema'
import { PhoneGiven } from '../worker/schema'
import { ExportSection } from '../worker/views'
import { CompanyName } from './donor'
import { kindNames } from './kinds'
import { donorMachine } from './machine'
import { mostAtOnce } from './quotas'
import { Counts, DonorCard, LampCard, LampView, Moved, Promised } from './views'
import { DonorName } from './words'

const once = { requestId: RequestId }
const kind = v.picklist(kindNames)

export const lightingEndpoints = {
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
  awaitLamp: write({
    says: 'Asks to be told when a lamp of this drive goes dark again.',
    who: 'anyone',
    input: v.strictObject({ ...once, driveId: Id }),
    output: v.strictObject({ isWaiting: v.boolean() }),
    errors: ['NOT_FOUND'],
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
  askAsCompany: write({
    says: 'A company asks the union of a drive to hold more lamps, whether it lit one before or not.',
    who: 'anyone',
    input: v.strictObject({ ...once, driveId: Id, company: CompanyName }),
    output: v.strictObject({ donor: DonorCard }),
    errors: ['NOT_FOUND', 'ACTION_NOT_ALLOWED', 'CONFLICT'],
  }),
  actDonor: write({
    says: 'A union of the district says how many lamps a company may hold, or no.',
    who: 'anyone',
    input: actSchema(donorMachine, ['approve', 'refuse']),
    output: Moved,
    errors: ['NOT_FOUND', 'FORBIDDEN', 'ACTION_NOT_ALLOWED', 'CONFLICT'],
  }),
}
