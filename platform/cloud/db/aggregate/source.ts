/** What the first stages of a pipeline ask of the database itself: matches, an order, a page of it, or only their number. */
import type { Collection } from '../collection'
import type { Reader } from '../read'
import type { Order } from '../sort'
import { type Document, decodeStored, encode, type Value } from '../values'
import { filterOf, type Hint, hasExpression, hintOf, type Test, testing } from './match'
import { orderOf, sorting } from './sorting'
import type { Planner, Variables } from './stage'
import { amountOf, count } from './stages'

export interface WireStage {
  key: string
  value: Value
}

interface Request {
  filters: Document[]
  order: Order
  skip: number
  limit: number
  /** The name under which the number alone is wanted. */
  counted?: string
}

const MAX_FOUND = 2 ** 31

/** The request a pipeline's first stages come to, and how many of them: a match after a sort is one before it, after a page it is not. */
export function requestOf(stages: readonly WireStage[], planner: Planner): { request: Request; taken: number } {
  const request: Request = { filters: [], order: [], skip: 0, limit: Number.POSITIVE_INFINITY }
  let taken = 0
  for (const { key, value } of stages) {
    const isCut = request.skip > 0 || request.limit !== Number.POSITIVE_INFINITY
    if (key === '$match' && !isCut) request.filters.push(filterOf(value))
    else if (key === '$sort' && !isCut && request.order.length === 0) request.order = orderOf(value)
    else if (key === '$skip') cut(request, amountOf(value, key, 0), Number.POSITIVE_INFINITY)
    else if (key === '$limit') cut(request, 0, amountOf(value, key, 1))
    else if (key === '$count') {
      count(value, planner)
      return { request: { ...request, counted: String(value) }, taken: taken + 1 }
    } else break
    taken++
  }
  const limit = Math.min(request.limit, wantedBy(stages.slice(taken)))
  return { request: { ...request, limit }, taken }
}

/** Stages that make one document of each, so that a limit after them is one before them. */
const ONE_OF_EACH = new Set(['$project', '$addFields', '$replaceRoot', '$lookup'])

/** How many documents the stages to come will ask for. */
export function wantedBy(stages: readonly WireStage[]): number {
  let skipped = 0
  for (const { key, value } of stages) {
    if (key === '$limit') return skipped + amountOf(value, key, 1)
    if (key === '$skip') skipped += amountOf(value, key, 0)
    else if (!ONE_OF_EACH.has(key)) break
  }
  return Number.POSITIVE_INFINITY
}

function cut(request: Request, skip: number, limit: number): void {
  request.skip += skip
  request.limit = Math.max(0, Math.min(request.limit - skip, limit))
}

export const joined = (filters: readonly Document[]): Document => {
  const [first = {}, ...more] = filters
  return more.length > 0 ? { $and: [...filters] } : first
}

/** Reads one collection as the first stages ask; SQL decides whatever an index allows. */
export class Source {
  private readonly filter: Document
  private readonly test: Test
  private readonly hint: Hint
  private readonly hasExpression: boolean

  constructor(
    private readonly request: Request,
    private readonly planner: Planner,
  ) {
    this.filter = joined(request.filters)
    this.test = testing(this.filter, planner)
    this.hint = hintOf(this.filter, planner)
    this.hasExpression = hasExpression(this.filter)
  }

  /** As stored, word for word, where nothing is left to be done to them. */
  texts(reader: Reader, collection: Collection, variables: Variables): Iterable<string> {
    const { filter, request } = this
    if (request.counted === undefined && request.limit > 0 && this.isFound(reader, collection))
      return reader.find(collection, { filter, order: request.order, skip: request.skip, limit: request.limit })
    return encoded(this.documents(reader, collection, variables))
  }

  *documents(reader: Reader, collection: Collection, variables: Variables): Generator<Document> {
    const { order, skip, limit, counted } = this.request
    if (limit === 0) return
    if (counted !== undefined) yield* this.number(reader, collection, variables, counted)
    else if (this.isFound(reader, collection))
      for (const text of reader.find(collection, { filter: this.filter, order, skip, limit })) yield decodeStored(text)
    else yield* page(this.ordered(reader, collection, variables), skip, limit)
  }

  /** A page the database cuts by itself. */
  private isFound(reader: Reader, collection: Collection): boolean {
    const { order, limit } = this.request
    return limit < MAX_FOUND && !this.hasExpression && reader.isInOrder(collection, this.filter, order)
  }

  private *number(reader: Reader, collection: Collection, variables: Variables, name: string): Generator<Document> {
    const { skip, limit } = this.request
    let total = 0
    if (this.hasExpression) for (const _document of this.sifted(reader, collection, variables, [])) total++
    else total = reader.count(collection, this.filter)
    const counted = Math.min(Math.max(0, total - skip), limit)
    if (counted > 0) yield { [name]: counted }
  }

  private ordered(reader: Reader, collection: Collection, variables: Variables): Iterable<Document> {
    const { order, skip, limit } = this.request
    if (reader.isInOrder(collection, this.sought(variables), order))
      return this.sifted(reader, collection, variables, order)
    return sorting(order, this.planner, skip + limit)(this.sifted(reader, collection, variables, []), variables)
  }

  private *sifted(reader: Reader, collection: Collection, variables: Variables, order: Order): Generator<Document> {
    for (const document of reader.documents(collection, this.sought(variables), order)) {
      this.planner.budget.tick()
      if (!this.hasExpression || this.test(document, variables)) yield document
    }
  }

  private sought(variables: Variables): Document {
    return this.hasExpression ? this.hint(variables) : this.filter
  }
}

function* encoded(documents: Iterable<Document>): Generator<string> {
  for (const document of documents) yield encode(document)
}

function* page(documents: Iterable<Document>, skip: number, limit: number): Generator<Document> {
  let seen = 0
  for (const document of documents) {
    if (seen++ < skip) continue
    yield document
    if (seen - skip >= limit) return
  }
}
