/** What a fixed case looks like: its documents, what is asked, and the answer MongoDB's manual gives. */
import type { connect } from '../start'

export type Database = Awaited<ReturnType<typeof connect>>
export type Command = Database['command']
export type Row = { _id: number | string; [field: string]: unknown }

/** Cases over the same documents, named after the page of the manual they come from. */
export interface QueryPage {
  page: string
  rows: Row[]
  /** What is asked, and the ids found. */
  cases: [name: string, where: (_: Command, db: Database) => object, found: Row['_id'][]][]
}

export interface ViewPage {
  page: string
  rows: Row[]
  cases: View[]
}

/** A query with an order or a projection, and whole documents as its answer. */
export interface View {
  name: string
  where?: (_: Command, db: Database) => object
  order?: [path: string, way: 'asc' | 'desc'][]
  skip?: number
  limit?: number
  field?: Record<string, unknown>
  answer: object[]
}

export interface UpdatePage {
  page: string
  cases: Change[]
}

export interface Change {
  name: string
  before: object
  /** Beside the document's id. */
  where?: (_: Command, db: Database) => object
  change: (_: Command, db: Database) => object
  /** The document without its id, or words of the failure. */
  after: object | RegExp
}
