/** The contract of the function `bootstrap`: how a city gets its first admin, from an operator's command and never a default password. */
import * as v from 'valibot'
import { defineApi, write } from '../kernel/api'
import { At, Id, RequestId } from '../kernel/schema'

export const bootstrapApi = defineApi('bootstrap', '开城', {
  inviteAdmin: write({
    says: 'Makes a one-time invitation for the first city admin; refused once the city has one.',
    who: 'anyone',
    from: ['operator'],
    input: v.strictObject({ requestId: RequestId, cityId: Id }),
    output: v.strictObject({ token: v.string(), validUntil: At }),
    errors: ['ALREADY_SET_UP', 'NOT_FOUND'],
  }),
  rotate: write({
    says: 'Seals one page of a collection again under the current key; call until `next` is missing.',
    who: 'anyone',
    from: ['operator'],
    input: v.strictObject({ requestId: RequestId, collection: v.string(), cursor: v.optional(v.string()) }),
    output: v.strictObject({ sealed: v.number(), next: v.optional(v.string()) }),
    errors: ['NOT_FOUND'],
  }),
  verifyChains: write({
    says: 'Checks the history chain of one page of cases; names the broken ones.',
    who: 'anyone',
    from: ['operator'],
    input: v.strictObject({ requestId: RequestId, collection: v.string(), cursor: v.optional(v.string()) }),
    output: v.strictObject({ checked: v.number(), broken: v.array(v.string()), next: v.optional(v.string()) }),
    errors: ['NOT_FOUND'],
  }),
})
