/** A stored row as it is read back. */
import type { StoredRow } from './collection'
import type { Row } from './store'
import { decodeStored } from './values'

export const readRow = (row: Row): StoredRow => ({
  seq: Number(row.seq),
  version: Number(row.version),
  text: String(row.doc),
  document: decodeStored(String(row.doc)),
})
