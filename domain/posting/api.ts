/** The contract of the function `posting`: what everybody can read, who answers for it, and how it is contested. */
import * as v from 'valibot'
import { defineApi, read, write } from '../kernel/api'
import { actionNames, actSchema, stateNames } from '../kernel/machine'
import { At, Cursor, Id } from '../kernel/schema'
import { postingMachine } from './machine'
import { About } from './schema'

const PostingView = v.strictObject({
  id: Id,
  version: v.number(),
  about: About,
  aboutLabel: v.string(),
  words: v.optional(v.string()),
  photoUrl: v.optional(v.string()),
  state: v.picklist(stateNames(postingMachine)),
  stateLabel: v.string(),
  because: v.optional(v.string()),
  reports: v.number(),
  reasons: v.array(v.string()),
  createdAt: At,
  dueAt: v.optional(At),
  can: v.array(v.picklist(actionNames(postingMachine))),
})
export type PostingView = v.InferOutput<typeof PostingView>

export const postingApi = defineApi('posting', '公开的话', {
  queue: read({
    says: 'What waits for a reviewer of the caller’s scopes, oldest first.',
    who: ['contentReviewer'],
    input: v.strictObject({ cursor: v.optional(Cursor) }),
    output: v.strictObject({ rows: v.array(PostingView), next: v.optional(Cursor) }),
    errors: [],
  }),
  mine: read({
    says: 'What the caller wrote and is not shown, with the reason and the way to contest it.',
    who: 'anyone',
    input: v.strictObject({}),
    output: v.strictObject({ rows: v.array(PostingView) }),
    errors: [],
  }),
  act: write({
    says: 'Reports, approves, refuses, takes down, appeals, restores: one move of the machine.',
    who: 'anyone',
    input: actSchema(postingMachine, [
      'report',
      'approve',
      'refuse',
      'keep',
      'takeDown',
      'appeal',
      'restore',
      'uphold',
    ]),
    output: v.strictObject({ id: Id, version: v.number(), state: v.string(), can: v.array(v.string()) }),
    errors: ['NOT_FOUND', 'FORBIDDEN', 'ACTION_NOT_ALLOWED', 'CONFLICT', 'TEXT_UNCHECKED', 'TRIES_USED_UP'],
  }),
})
