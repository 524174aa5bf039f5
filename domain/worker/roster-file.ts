/** The columns of an imported roster: what a row must say, in the words people write on it. */
import * as v from 'valibot'
import { provinces } from '../kernel/places'
import { exposures, residences, stays, trades } from './choices'
import { documentKinds } from './documents'
import { BornOn, IdentityDocument, Name, Person, Phone, Stay } from './schema'

/** One row as it is taken. */
export const ImportedPerson = v.strictObject({
  name: Name,
  phone: Phone,
  document: IdentityDocument,
  bornOn: v.optional(BornOn),
  homeProvince: Person.entries.homeProvince,
  stay: Stay,
})

/** Headings of the sheet; those marked may be left empty. */
export const rosterColumns = {
  name: { label: '姓名', isOptional: false },
  phone: { label: '手机号', isOptional: false },
  documentKind: { label: '证件', isOptional: true },
  documentNumber: { label: '证件号', isOptional: false },
  bornOn: { label: '生日', isOptional: true },
  homeProvince: { label: '老家', isOptional: false },
  residence: { label: '住在哪', isOptional: false },
  trade: { label: '干什么活', isOptional: false },
  exposure: { label: '接触冷链、医院、机场', isOptional: true },
  stay: { label: '过年', isOptional: true },
} as const

type Column = keyof typeof rosterColumns
type Rows = Readonly<Record<string, { readonly label: string }>>

/** The key of the choice somebody wrote: its label, or one beginning with what they wrote; unknown words stay and are refused by name. */
export const chosen = (rows: Rows, written: string, empty: string): string => {
  if (written === '') return empty
  const found = Object.entries(rows).find(
    ([, { label }]) => label === written || label.startsWith(written) || written.startsWith(label),
  )
  return found?.[0] ?? written
}

/** What a row says, as it would have been sent; parsed by nobody yet. */
export const rosterPerson = (cells: Readonly<Record<Column, string>>): unknown => ({
  name: cells.name,
  phone: cells.phone,
  document: { kind: chosen(documentKinds, cells.documentKind, 'residentId'), number: cells.documentNumber },
  ...(cells.bornOn ? { bornOn: cells.bornOn } : {}),
  homeProvince: chosen(provinces, cells.homeProvince, ''),
  stay: {
    residence: chosen(residences, cells.residence, ''),
    trade: chosen(trades, cells.trade, ''),
    exposure: chosen(exposures, cells.exposure, 'unsure'),
    stay: chosen(stays, cells.stay, 'undecided'),
    companion: 'alone',
  },
})
