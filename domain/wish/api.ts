/** The contract of the function `wish`: 点亮微心愿, from a drive to the gift in somebody's hands. */
import * as v from 'valibot'
import { defineApi, read, write } from '../kernel/api'
import { actSchema } from '../kernel/machine'
import { Scope } from '../kernel/roles'
import { Id, RequestId } from '../kernel/schema'
import { DriveDetails } from './drive'
import { deskEndpoints } from './endpoints-desk'
import { lightingEndpoints } from './endpoints-lighting'
import { makingEndpoints } from './endpoints-making'
import { driveMachine } from './machine'
import { DriveCard } from './views'

const once = { requestId: RequestId }

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
  ...makingEndpoints,
  ...lightingEndpoints,
  ...deskEndpoints,
})
