/** The contract of the function `staff`: who holds which role over what. */
import * as v from 'valibot'
import { defineApi, read, write } from '../kernel/api'
import { personal } from '../kernel/personal'
import { RoleName, roleNames, Scope } from '../kernel/roles'
import { At, Cursor, Id, RequestId } from '../kernel/schema'
import { GrantView, StaffName } from './schema'

const once = { requestId: RequestId }
/** Whoever holds it takes the role: it stands in no log. */
const Token = v.pipe(
  v.string(),
  v.regex(/^[0-9A-Z]{20}$/, '邀请码不对'),
  personal({ label: '邀请码', isSensitive: false, mask: () => '…' }),
)

export const staffApi = defineApi('staff', '工作人员', {
  me: read({
    says: 'The roles the caller holds, and what each may invite.',
    who: 'anyone',
    input: v.strictObject({}),
    output: v.strictObject({
      maskedName: v.optional(v.string()),
      grants: v.array(GrantView),
      canInvite: v.array(v.strictObject({ role: RoleName, roleLabel: v.string(), levels: v.array(v.string()) })),
    }),
    errors: [],
  }),
  invite: write({
    says: 'Makes a one-time invitation to a role over a scope inside the caller’s own. The token is shown once.',
    who: roleNames,
    input: v.strictObject({
      ...once,
      role: RoleName,
      scope: Scope,
      hours: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(168)),
    }),
    output: v.strictObject({
      invitationId: Id,
      token: Token,
      scene: v.string(),
      qrUrl: v.string(),
      validUntil: At,
      roleLabel: v.string(),
      scopeName: v.string(),
    }),
    errors: ['NOT_FOUND', 'FORBIDDEN'],
  }),
  invitation: read({
    says: 'What an invitation offers, before accepting it.',
    who: 'anyone',
    input: v.strictObject({ token: Token }),
    output: v.strictObject({ role: RoleName, roleLabel: v.string(), scopeName: v.string(), validUntil: At }),
    errors: ['INVITATION_INVALID'],
  }),
  accept: write({
    says: 'Takes the role; an invitation works once.',
    who: 'anyone',
    input: v.strictObject({ ...once, token: Token, name: StaffName }),
    output: v.strictObject({ grants: v.array(GrantView) }),
    errors: ['INVITATION_INVALID', 'FORBIDDEN', 'CONFLICT'],
  }),
  revoke: write({
    says: 'Takes back an invitation nobody has accepted.',
    who: roleNames,
    input: v.strictObject({ ...once, invitationId: Id }),
    output: v.strictObject({ invitationId: Id, state: v.string() }),
    errors: ['NOT_FOUND', 'ACTION_NOT_ALLOWED'],
  }),
  list: read({
    says: 'Who holds roles in a scope, by masked name.',
    who: ['cityAdmin', 'streetOfficer', 'unionOfficer'],
    input: v.strictObject({ scope: Scope, cursor: v.optional(Cursor) }),
    output: v.strictObject({
      rows: v.array(v.strictObject({ personId: Id, maskedName: v.string(), grant: GrantView })),
      next: v.optional(Cursor),
    }),
    errors: ['NOT_FOUND'],
  }),
  dismiss: write({
    says: 'Ends a grant at once.',
    who: ['cityAdmin', 'streetOfficer', 'unionOfficer'],
    input: v.strictObject({ ...once, personId: Id, grantId: Id }),
    output: v.strictObject({ grantId: Id }),
    errors: ['NOT_FOUND', 'FORBIDDEN'],
  }),
  running: read({
    says: 'Whether the timer still works through what is due, and what it had to set aside.',
    who: ['cityAdmin'],
    input: v.strictObject({}),
    output: v.strictObject({
      lastRanAt: v.optional(At),
      isSilent: v.boolean(),
      setAside: v.number(),
      hasMore: v.boolean(),
      oldestSetAsideAt: v.optional(At),
    }),
    errors: [],
  }),
})
