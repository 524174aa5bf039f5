/** A programme as it is being written: every answer as text, and where it will be given. */

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

/** Something was written. */
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
