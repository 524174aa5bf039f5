/** A programme as it is being written on this phone: every answer as text, kept as it is given. */

import type { Draft } from '../../cloud/drafts'
import { draftOf } from '../../cloud/phone-storage'
import type { Place } from '../parts/access'

export const blank = {
  step: '',
  /** Something was answered here; what only stands there from another programme may be had anew. */
  isTouched: '',
  level: '',
  placeId: '',
  placeName: '',
  /** Of a programme that is changed: what was seen of it. */
  version: '',
  title: '',
  benefit: '',
  gives: '',
  what: '',
  payer: '',
  way: '',
  fen: '',
  per: '',
  mostUnits: '',
  cap: '',
  of: '',
  percent: '',
  rounding: '',
  amountDocument: '',
  amountArticle: '',
  opensOn: '',
  closesOn: '',
  often: 'once',
  months: '',
  mostMonths: '',
  budget: '',
  places: '',
  isSigned: 'no',
  countersign: '',
  isPublished: 'no',
  publishDays: '',
  documents: '',
  rules: '',
  evidence: '',
  excludes: '',
}
export type Answers = typeof blank
export type Mistakes = Readonly<Record<string, string>>

/** A new one, one written after another's pattern, and changes to one that is there lie beside each other. */
export const draftName = ({ id, from }: { readonly id: string; readonly from: string }): string => {
  if (id) return `programme-${id}`
  return from ? `programme-after-${from}` : 'programme'
}

export const programmeDraft = (name: string): Draft<Answers> => draftOf(name, blank)

export const isBegun = ({ isTouched }: Answers): boolean => isTouched === 'yes'

export const placeIn = ({ level, placeId, placeName }: Answers): Place | undefined => {
  const known = levels.find((one) => one === level)
  return known && placeId ? { scope: { level: known, id: placeId }, name: placeName } : undefined
}
const levels = ['city', 'district', 'street', 'site', 'org'] as const

export const answersOfPlace = ({ scope: { level, id }, name }: Place): Partial<Answers> => ({
  level,
  placeId: id,
  placeName: name,
})

export const APART = ','
export const monthsIn = ({ months }: Answers): string[] => months.split(APART).filter(Boolean)
