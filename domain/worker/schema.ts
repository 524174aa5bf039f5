/** The fields of a worker's registration, their rules, and the marks that make them personal data. */
import * as v from 'valibot'
import { standing } from '../kernel/machine'
import { personal } from '../kernel/personal'
import { provinces } from '../kernel/places'
import { Place } from '../kernel/roles'
import { At, Id, On, oneOf, RequestId } from '../kernel/schema'
import { companions, exposures, phoneSources, residences, stays, trades } from './choices'
import {
  documentKinds,
  maskName,
  maskNumber,
  maskPhone,
  nameProblem,
  normaliseName,
  normalisePhone,
  phoneProblem,
} from './documents'

const refused = (problem: (text: string) => string | undefined) =>
  v.rawCheck<string>(({ dataset, addIssue }) => {
    const message = dataset.typed ? problem(dataset.value) : undefined
    if (message) addIssue({ message })
  })

export const Name = v.pipe(
  v.string('姓名还没写'),
  refused(nameProblem),
  v.transform(normaliseName),
  personal({ label: '姓名', isSensitive: false, mask: maskName }),
)

export const Phone = v.pipe(
  v.string('手机号还没写'),
  refused(phoneProblem),
  v.transform(normalisePhone),
  personal({ label: '手机号', isSensitive: false, mask: maskPhone }),
)

/** The number's own rules need today's date, so the endpoint checks them with `parseDocument`. */
export const DocumentText = v.pipe(
  v.string('证件号还没写'),
  v.trim(),
  v.minLength(1, '证件号还没写'),
  v.maxLength(40, '证件号太长了'),
  personal({ label: '证件号', isSensitive: true, mask: maskNumber }),
)

export const DocumentKindName = oneOf(documentKinds, '证件')
export type DocumentKindName = v.InferOutput<typeof DocumentKindName>
export const IdentityDocument = v.strictObject({ kind: DocumentKindName, number: DocumentText })

/** WeChat's button gives a one-use code; a hand gives digits. Exactly one of them. */
export const PhoneGiven = v.variant('source', [
  v.strictObject({ source: v.literal('wechat'), code: v.pipe(v.string(), v.minLength(1), v.maxLength(200)) }),
  v.strictObject({ source: v.literal('typed'), phone: Phone }),
])

/** Asked only with a document that does not tell it; used to reckon the age and kept with the registration's history. */
export const BornOn = v.pipe(On, personal({ label: '生日', isSensitive: true, mask: () => '****-**-**' }))

/** Who they are: what a change of must be looked at again. */
export const Person = v.strictObject({
  bornOn: v.optional(BornOn),
  name: Name,
  phone: PhoneGiven,
  document: IdentityDocument,
  homeProvince: oneOf(provinces, '老家'),
})
export type Person = v.InferOutput<typeof Person>

/** Where and how they spend the festival. */
export const Stay = v.strictObject({
  residence: oneOf(residences, '住在哪'),
  trade: oneOf(trades, '干什么活'),
  exposure: oneOf(exposures, '接触不接触'),
  stay: oneOf(stays, '留不留'),
  returnOn: v.optional(On),
  companion: oneOf(companions, '跟谁一起'),
  childrenCount: v.optional(
    v.pipe(v.number(), v.integer('孩子数写整数'), v.minValue(0, '孩子数不对'), v.maxValue(20, '孩子数不对')),
  ),
})
export type Stay = v.InferOutput<typeof Stay>

/** Which text was agreed to, and the separate yes to the sensitive part (个人信息保护法 art 14, 29). */
export const ConsentGiven = v.strictObject({
  version: v.pipe(v.number(), v.integer(), v.minValue(1)),
  hash: v.pipe(v.string(), v.length(64)),
  agreesToBasic: v.literal(true, '要您先同意，才能登记'),
  agreesToSensitive: v.literal(true, '证件号要您单独同意'),
})
export type ConsentGiven = v.InferOutput<typeof ConsentGiven>

export const RegistrationDraft = v.strictObject({
  requestId: RequestId,
  scene: v.pipe(v.string(), v.maxLength(32, '码不对')),
  consent: ConsentGiven,
  person: Person,
  stay: Stay,
})

/** A registration as stored. Marked leaves are ciphertext at rest; keys are keyed hashes for matching. */
export const Worker = v.strictObject({
  _id: Id,
  ...standing,
  ...Place.entries,
  ownerId: v.optional(v.string()),
  name: Name,
  phone: Phone,
  phoneSource: oneOf(phoneSources, '手机号来源'),
  document: IdentityDocument,
  nameKey: v.string(),
  tailKey: v.string(),
  phoneKey: v.string(),
  documentKey: v.string(),
  homeProvince: Person.entries.homeProvince,
  stay: Stay,
  isMinor: v.boolean(),
  isLate: v.boolean(),
  consent: v.optional(v.strictObject({ ...ConsentGiven.entries, at: At, withdrawnAt: v.optional(At) })),
  createdAt: At,
  registeredBy: v.string(),
  listKey: v.string(),
  /** The day after which nothing needs it any more. */
  eraseOn: On,
  /** Erased, and not yet everywhere: by what the rest of it is found, and until when it would have been kept. */
  erasing: v.optional(
    v.strictObject({ ownerId: v.optional(v.string()), documentKey: v.optional(v.string()), until: v.optional(On) }),
  ),
})
