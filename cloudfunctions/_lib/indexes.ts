/** What a row of the collections is made of: a schema, its indexes in short, and the history every case carries. */
import * as v from 'valibot'
import { EventRow } from './history'

export type Index = {
  readonly name: string
  readonly keys: readonly (readonly [string, 1 | -1])[]
  readonly unique?: boolean
}
export type Collection = { readonly schema: v.GenericSchema; readonly indexes: readonly Index[] }

export const index = (name: string, ...fields: readonly string[]): Index => ({
  name,
  keys: fields.map((field) => (field.startsWith('-') ? [field.slice(1), -1] : [field, 1])),
})

export const history = { events: v.array(EventRow) }
