/** The fields of a site, and of the streets and organisations that stand around it. */
import * as v from 'valibot'
import { standing } from '../kernel/machine'
import { Place } from '../kernel/roles'
import { At, Id, On, oneOf, text } from '../kernel/schema'
import { residences } from '../worker/choices'

/** A duty phone is the site's, not a person's: printed on the poster. */
const DutyPhone = v.pipe(v.string('电话还没写'), v.trim(), v.regex(/^[0-9][0-9-]{2,19}$/, '电话写数字，可以有“-”'))

export const SiteDetails = v.strictObject({
  name: text('点位名称', 40),
  address: text('地址', 60),
  residence: oneOf(residences, '哪一类'),
  keeperName: text('谁管', 30),
  keeperPhone: DutyPhone,
})
export type SiteDetails = v.InferOutput<typeof SiteDetails>

export const Site = v.strictObject({
  _id: Id,
  ...standing,
  ...Place.entries,
  ...SiteDetails.entries,
  /** Copied from the area, so that a scan needs one document. */
  streetName: v.string(),
  code: v.string(),
  codeVersion: v.number(),
  listKey: v.string(),
  createdAt: At,
})
export type Site = v.InferOutput<typeof Site>

/** A street office's area or an organisation: a named thing a scope can point at. */
export const Area = v.strictObject({
  _id: Id,
  kind: v.picklist(['street', 'org']),
  name: text('名称', 40),
  districtId: Id,
  cityId: Id,
  createdAt: At,
})
export type Area = v.InferOutput<typeof Area>

export const AreaView = v.strictObject({ id: Id, kind: Area.entries.kind, name: v.string(), districtId: Id })
export const PosterFiles = v.strictObject({ pngUrl: v.string(), pdfUrl: v.string(), validUntil: At, printedOn: On })
