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
const chosen = (rows: Rows, written: string, empty: string): string => {
  if (written === '') return empty
  const found = Object.entries(rows).find(
    ([, { label }]) => label === written || label.startsWith(written) || written.startsWith(label),
  )
  return found?.[0] ?? written
}

const isFilled = (value: string): boolean => value !== ''

/** Row numbers are the sheet's own, so that people find them. An unheaded sheet gives no rows. */
export const readRosterRows = (sheet: readonly (readonly string[])[]): { row: number; person: unknown }[] => {
  const headAt = sheet.findIndex((cells) => cells.includes(rosterColumns.name.label))
  const head = sheet[headAt] ?? []
  const at = (cells: readonly string[], column: Column): string =>
    cells[head.indexOf(rosterColumns[column].label)] ?? ''
  return sheet
    .map((cells, index) => ({ cells, row: index + 1 }))
    .slice(headAt + 1)
    .filter(({ cells }) => headAt >= 0 && cells.some(isFilled))
    .map(({ cells, row }) => ({ row, person: personOf((column) => at(cells, column)) }))
}

const personOf = (cell: (column: Column) => string): unknown => ({
  name: cell('name'),
  phone: cell('phone'),
  document: { kind: chosen(documentKinds, cell('documentKind'), 'residentId'), number: cell('documentNumber') },
  ...(cell('bornOn') ? { bornOn: cell('bornOn') } : {}),
  homeProvince: chosen(provinces, cell('homeProvince'), ''),
  stay: {
    residence: chosen(residences, cell('residence'), ''),
    trade: chosen(trades, cell('trade'), ''),
    exposure: chosen(exposures, cell('exposure'), 'unsure'),
    stay: chosen(stays, cell('stay'), 'undecided'),
    companion: 'alone',
  },
})
