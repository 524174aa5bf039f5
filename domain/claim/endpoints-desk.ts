/** What the desk asks of `claim`: write and try a programme, work through what waits, pay, answer objections. */
import * as v from 'valibot'
import { read, write } from '../kernel/api'
import { actSchema } from '../kernel/machine'
import { Fen } from '../kernel/money'
import { roleNames, Scope } from '../kernel/roles'
import { Cursor, Id, oneOf, Reason, RequestId, text } from '../kernel/schema'
import { objectionMachine } from './objection'
import { ProgrammeDetails } from './programme'
import { issuers } from './programme-machine'
import { mostAtOnce } from './quotas'
import { queues } from './states'
import { RuleAnswer, verdict } from './views'
import { DeskClaimWhole, DeskObjection, DeskProgramme, DeskProgrammeWhole, QueueLine, WorkPage } from './views-desk'

const once = { requestId: RequestId }
const versioned = { id: Id, version: v.number() }
const Answered = v.record(Id, v.union([v.boolean(), v.number(), v.string()]))

const programmeEndpoints = {
  saveProgramme: write({
    says: 'Writes a programme as data: a new draft, a draft again, or, once it is open, its next edition.',
    who: issuers,
    input: v.strictObject({
      ...once,
      scope: Scope,
      details: ProgrammeDetails,
      programme: v.optional(v.strictObject(versioned)),
      /** Of a next edition: why. */
      why: v.optional(Reason),
    }),
    output: v.strictObject({ programme: DeskProgrammeWhole }),
    errors: ['NOT_FOUND', 'FORBIDDEN', 'ACTION_NOT_ALLOWED', 'CONFLICT', 'PROGRAMME_UNSOURCED', 'BUDGET_IN_USE'],
  }),
  openProgramme: write({
    says: 'Opens a programme for claims: only with a document for its amount and for every rule.',
    who: issuers,
    input: v.strictObject({ ...once, ...versioned }),
    output: v.strictObject({ programme: DeskProgrammeWhole }),
    errors: ['NOT_FOUND', 'FORBIDDEN', 'ACTION_NOT_ALLOWED', 'CONFLICT', 'PROGRAMME_UNSOURCED'],
  }),
  actProgramme: write({
    says: 'Closes a programme before its day, or changes its budget, never below what is spoken for.',
    who: issuers,
    input: v.variant('action', [
      v.strictObject({ ...once, ...versioned, action: v.literal('close'), reason: Reason }),
      v.strictObject({ ...once, ...versioned, action: v.literal('fund'), budgetFen: Fen, reason: Reason }),
    ]),
    output: v.strictObject({ programme: DeskProgrammeWhole }),
    errors: ['NOT_FOUND', 'FORBIDDEN', 'ACTION_NOT_ALLOWED', 'CONFLICT', 'BUDGET_IN_USE'],
  }),
  tryRules: read({
    says: 'What a programme would say to made-up people.',
    who: issuers,
    input: v.strictObject({
      details: ProgrammeDetails,
      people: v.pipe(
        v.array(v.strictObject({ name: text('叫什么', 20), facts: Answered, quantity: v.optional(v.number()) })),
        v.minLength(1),
        v.maxLength(10),
      ),
    }),
    output: v.strictObject({
      people: v.array(
        v.strictObject({ name: v.string(), verdict, rules: v.array(RuleAnswer), amountFen: v.optional(Fen) }),
      ),
    }),
    errors: [],
  }),
  countRegistered: read({
    says: 'What it would say to the people registered in its place, as figures and nothing else; page by page.',
    who: issuers,
    input: v.strictObject({ scope: Scope, details: ProgrammeDetails, cursor: v.optional(Cursor) }),
    output: v.strictObject({
      yes: v.number(),
      no: v.number(),
      unknown: v.number(),
      next: v.optional(Cursor),
    }),
    errors: ['NOT_FOUND'],
  }),
  deskProgrammes: read({
    says: 'The programmes of a place, newest first, with their books.',
    who: roleNames,
    input: v.strictObject({ scope: Scope, cursor: v.optional(Cursor) }),
    output: v.strictObject({ rows: v.array(DeskProgramme), next: v.optional(Cursor) }),
    errors: ['NOT_FOUND'],
  }),
  deskProgramme: read({
    says: 'One programme whole: its editions, what keeps it from opening, every claim counted once.',
    who: roleNames,
    input: v.strictObject({ id: Id }),
    output: v.strictObject({ programme: DeskProgrammeWhole }),
    errors: ['NOT_FOUND'],
  }),
}

const reviewing = ['reviewer', 'countersigner', 'cashier', 'supervisor', 'cityAdmin'] as const

const reviewEndpoints = {
  desk: read({
    says: 'What waits in each work list of a place: how many, how many late, how many due today.',
    who: reviewing,
    input: v.strictObject({ scope: Scope }),
    output: v.strictObject({ queues: v.array(QueueLine), late: v.number() }),
    errors: ['NOT_FOUND'],
  }),
  workList: read({
    says: 'One work list by due date, overdue on top; or everything late, for whoever watches.',
    who: reviewing,
    input: v.strictObject({
      scope: Scope,
      queue: v.union([oneOf(queues, '哪一列'), v.literal('late')]),
      programmeId: v.optional(Id),
      cursor: v.optional(Cursor),
    }),
    output: WorkPage,
    errors: ['NOT_FOUND'],
  }),
  get: read({
    says: 'One claim for whoever decides over it: the rules of its own edition beside the facts, the pictures, what is marked.',
    who: reviewing,
    input: v.strictObject({ id: Id }),
    output: v.strictObject({ claim: DeskClaimWhole }),
    errors: ['NOT_FOUND'],
  }),
  approveMany: write({
    says: 'Agrees to many at once: only those whose every rule passed by itself and that bear no mark.',
    who: ['reviewer'],
    input: v.strictObject({
      ...once,
      claims: v.pipe(v.array(v.strictObject(versioned)), v.minLength(1), v.maxLength(mostAtOnce)),
    }),
    output: v.strictObject({
      approved: v.array(Id),
      refused: v.array(v.strictObject({ id: Id, code: v.string(), text: v.string() })),
    }),
    errors: [],
  }),
  objections: read({
    says: 'The objections that wait in a place, due first.',
    who: ['reviewer', 'supervisor', 'cityAdmin'],
    input: v.strictObject({ scope: Scope, cursor: v.optional(Cursor) }),
    output: v.strictObject({ rows: v.array(DeskObjection), next: v.optional(Cursor) }),
    errors: ['NOT_FOUND'],
  }),
  actObjection: write({
    says: 'Answers an objection.',
    who: ['reviewer'],
    input: actSchema(objectionMachine, ['admit', 'dismiss']),
    output: v.strictObject({ objection: DeskObjection }),
    errors: ['NOT_FOUND', 'FORBIDDEN', 'ACTION_NOT_ALLOWED', 'CONFLICT'],
  }),
}

export const deskEndpoints = { ...programmeEndpoints, ...reviewEndpoints }
