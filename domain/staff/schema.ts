/** A person of the desk: what an invitation gives and what is kept of who holds it. */
import * as v from 'valibot'
import { standing } from '../kernel/machine'
import { personal } from '../kernel/personal'
import { Grant, RoleName, Scope } from '../kernel/roles'
import { At, Id } from '../kernel/schema'
import { maskName, nameProblem, normaliseName } from '../worker/documents'

/** The name colleagues and, beside a reason, workers read. */
export const StaffName = v.pipe(
  v.string('姓名还没写'),
  v.rawCheck(({ dataset, addIssue }) => {
    const message = dataset.typed ? nameProblem(dataset.value) : undefined
    if (message) addIssue({ message })
  }),
  v.transform(normaliseName),
  personal({ label: '姓名', isSensitive: false, mask: maskName }),
)

const Openid = v.pipe(v.string(), personal({ label: '微信编号', isSensitive: false, mask: () => '***' }))

/** Whoever has used the product: `_id` is the keyed hash of the openid, the openid itself is sealed. */
export const Person = v.strictObject({
  _id: Id,
  version: v.number(),
  openid: Openid,
  staffName: v.optional(StaffName),
  grants: v.array(Grant),
  registeredCount: v.number(),
  /** The last registration counted: sent again it is not counted again. */
  lastRegistrationId: v.optional(Id),
  /** Message templates they turned off in WeChat: sending one would fail. */
  refusedTemplates: v.optional(v.array(v.string())),
  createdAt: At,
})

export const Invitation = v.strictObject({
  _id: Id,
  ...standing,
  ownerId: v.string(),
  role: RoleName,
  scope: Scope,
  scopeName: v.string(),
  validUntil: At,
  acceptedBy: v.optional(v.string()),
  createdAt: At,
})

export const GrantView = v.strictObject({
  grantId: Id,
  role: RoleName,
  roleLabel: v.string(),
  scope: Scope,
  scopeName: v.string(),
  grantedAt: At,
})
export type GrantView = v.InferOutput<typeof GrantView>
