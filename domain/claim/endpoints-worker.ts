/** What a worker asks of `claim`: what can I have and why, hand in, mend, contest, confirm; who counts me. */
import * as v from 'valibot'
import { read, write } from '../kernel/api'
import { actSchema } from '../kernel/machine'
import { Cursor, Id, RequestId } from '../kernel/schema'
import { Answers, ClaimForm } from './form'
import { claimMachine } from './machine'
import { ObjectionWords } from './objection'
import { Period } from './programme'
import {
  ClaimActionName,
  ClaimStateName,
  CountedLine,
  MyClaim,
  ObjectionLine,
  ProgrammeCard,
  PublishedRow,
} from './views'

const once = { requestId: RequestId }

export const Moved = v.strictObject({
  id: Id,
  version: v.number(),
  state: ClaimStateName,
  can: v.array(ClaimActionName),
})

export const workerEndpoints = {
  programmes: read({
    says: 'All open programmes of the caller’s place, each with every rule’s own answer, why, and its source; nothing is asked of a database twice.',
    who: 'anyone',
    input: v.strictObject({}),
    output: v.strictObject({ isRegistered: v.boolean(), programmes: v.array(ProgrammeCard) }),
    errors: [],
  }),
  programme: read({
    says: 'One programme as the caller stands to it, closed ones too.',
    who: 'anyone',
    input: v.strictObject({ id: Id, edition: v.optional(v.number()) }),
    output: v.strictObject({ isRegistered: v.boolean(), programme: ProgrammeCard }),
    errors: ['NOT_FOUND'],
  }),
  answer: write({
    says: 'Keeps what the caller answered for themselves, for all programmes; the programmes are judged anew.',
    who: 'anyone',
    input: v.strictObject({ ...once, answers: Answers }),
    output: v.strictObject({ isRegistered: v.boolean(), programmes: v.array(ProgrammeCard) }),
    errors: ['NOT_FOUND', 'TRIES_USED_UP'],
  }),
  submit: write({
    says: 'Hands a claim in, keeps it as a draft, or sends a returned one again. One person, one claim a programme and period, by document.',
    who: 'anyone',
    input: v.strictObject({
      ...once,
      programmeId: Id,
      edition: v.number(),
      period: Period,
      form: ClaimForm,
      isDraft: v.optional(v.boolean()),
      /** A draft, or what was sent back. */
      claim: v.optional(v.strictObject({ id: Id, version: v.number() })),
    }),
    output: v.strictObject({ claim: MyClaim }),
    errors: [
      'NOT_FOUND',
      'PROGRAMME_CLOSED',
      'CLAIM_NOT_ELIGIBLE',
      'CLAIMED_ALREADY',
      'CLAIM_EXCLUDED',
      'ACTION_NOT_ALLOWED',
      'CONFLICT',
      'TRIES_USED_UP',
      'FILE_UNREADABLE',
    ],
  }),
  mine: read({
    says: 'The caller’s own claims, newest first: where each stands, what comes next, by when.',
    who: 'anyone',
    input: v.strictObject({ id: v.optional(Id) }),
    output: v.strictObject({ claims: v.array(MyClaim) }),
    errors: ['NOT_FOUND'],
  }),
  act: write({
    says: 'One move of the machine, by whoever the row names.',
    who: 'anyone',
    input: actSchema(claimMachine, [
      'withdraw',
      'appeal',
      'confirm',
      'miss',
      'repair',
      'take',
      'return',
      'approve',
      'refuse',
      'countersign',
      'overrule',
      'quash',
      'uphold',
      'overturn',
      'strike',
      'recall',
      'retry',
      'found',
      'bounceBack',
      'repay',
    ]),
    output: Moved,
    errors: [
      'NOT_FOUND',
      'FORBIDDEN',
      'ACTION_NOT_ALLOWED',
      'CONFLICT',
      'CLAIM_NOT_ELIGIBLE',
      'BUDGET_SPENT',
      'PLACES_SPENT',
    ],
  }),
  counted: read({
    says: 'Which employers count the caller for a subsidy of theirs, and what came of the caller’s words against it.',
    who: 'anyone',
    input: v.strictObject({}),
    output: v.strictObject({ rows: v.array(CountedLine), mine: v.array(ObjectionLine) }),
    errors: [],
  }),
  published: read({
    says: 'A programme’s published list, names and numbers masked, and until when objections are taken.',
    who: 'anyone',
    input: v.strictObject({ programmeId: Id, cursor: v.optional(Cursor) }),
    output: v.strictObject({
      title: v.string(),
      payer: v.string(),
      publishDays: v.optional(v.number()),
      rows: v.array(PublishedRow),
      next: v.optional(Cursor),
      mine: v.array(ObjectionLine),
    }),
    errors: ['NOT_FOUND'],
  }),
  object: write({
    says: 'An objection to a published name, or to being counted on an employer’s roster.',
    who: 'anyone',
    input: v.strictObject({ ...once, claimId: Id, rowId: v.optional(Id), words: ObjectionWords }),
    output: v.strictObject({ objection: ObjectionLine }),
    errors: ['NOT_FOUND', 'ACTION_NOT_ALLOWED', 'TRIES_USED_UP'],
  }),
}
