/** What an employer asks of `claim`: a roster in, row by row what came of it, and one claim over all of it. */
import * as v from 'valibot'
import { read, write } from '../kernel/api'
import { Fen } from '../kernel/money'
import { Scope } from '../kernel/roles'
import { Cursor, Id, RequestId } from '../kernel/schema'
import { FileId, RosterForm } from './form'
import { Month } from './programme'
import { ProgrammeCard } from './views'
import { RosterClaim, RosterRow } from './views-desk'

const once = { requestId: RequestId }
const employers = ['employerOfficer', 'siteOfficer'] as const

export const employerEndpoints = {
  employerProgrammes: read({
    says: 'The open programmes an employer may claim from, with their rules and the columns a roster needs.',
    who: employers,
    input: v.strictObject({ scope: Scope }),
    output: v.strictObject({
      programmes: v.array(
        v.strictObject({
          programme: ProgrammeCard,
          columns: v.array(v.strictObject({ label: v.string(), isOptional: v.boolean() })),
        }),
      ),
    }),
    errors: ['NOT_FOUND'],
  }),
  rosterClaims: read({
    says: 'An employer’s own claims, newest first.',
    who: employers,
    input: v.strictObject({ scope: Scope, cursor: v.optional(Cursor) }),
    output: v.strictObject({ claims: v.array(RosterClaim), next: v.optional(Cursor) }),
    errors: ['NOT_FOUND'],
  }),
  readRoster: write({
    says: 'Reads an Excel roster into a draft claim; nobody is counted before `countRoster`. Sent again for a draft it takes the old roster’s place.',
    who: employers,
    input: v.strictObject({
      ...once,
      scope: Scope,
      programmeId: Id,
      edition: v.number(),
      month: v.union([Month, v.literal('once')]),
      fileId: FileId,
      claim: v.optional(v.strictObject({ id: Id, version: v.number() })),
    }),
    output: v.strictObject({ claim: RosterClaim, rows: v.number() }),
    errors: [
      'NOT_FOUND',
      'FORBIDDEN',
      'PROGRAMME_CLOSED',
      'CLAIMED_ALREADY',
      'CLAIM_EXCLUDED',
      'TRIES_USED_UP',
      'FILE_UNREADABLE',
      'TOO_MANY_ROWS',
      'ACTION_NOT_ALLOWED',
      'CONFLICT',
    ],
  }),
  countRoster: write({
    says: 'Goes through one part of a roster: each row taken or refused with its sentence; nobody twice across employers and months.',
    who: employers,
    input: v.strictObject({ ...once, id: Id, part: v.number() }),
    output: v.strictObject({
      rows: v.array(RosterRow),
      counted: v.number(),
      refused: v.number(),
      amountFen: Fen,
      partsDone: v.number(),
    }),
    errors: ['NOT_FOUND', 'FORBIDDEN', 'ACTION_NOT_ALLOWED', 'CONFLICT'],
  }),
  rosterPart: read({
    says: 'One part of a roster with what came of each row, masked: for the employer and for whoever decides.',
    who: [...employers, 'reviewer', 'countersigner', 'supervisor'],
    input: v.strictObject({ id: Id, part: v.number() }),
    output: v.strictObject({ rows: v.array(RosterRow), parts: v.number() }),
    errors: ['NOT_FOUND'],
  }),
  submitRoster: write({
    says: 'Hands in a roster that was gone through whole, or sends a returned one again.',
    who: employers,
    input: v.strictObject({ ...once, id: Id, version: v.number(), form: RosterForm }),
    output: v.strictObject({ claim: RosterClaim }),
    errors: [
      'NOT_FOUND',
      'FORBIDDEN',
      'PROGRAMME_CLOSED',
      'ACTION_NOT_ALLOWED',
      'CONFLICT',
      'ROSTER_UNCOUNTED',
      'FILE_UNREADABLE',
    ],
  }),
}
