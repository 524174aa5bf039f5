/** `$lookup`: to each document those of another collection that equal it in a field, or that a pipeline of its own finds. */
import { fail } from '../../errors'
import type { Collection } from '../collection'
import { matches } from '../match'
import { leavesOf } from '../paths'
import type { Reader } from '../read'
import { type Document, isDocument, type Value } from '../values'
import { variableName } from './logic'
import { namesOf } from './operator'
import { placing } from './projection'
import { keyOf, MAX_BYTES, sizeOf } from './result'
import { type Planner, plannerOf, reading, type Stage, type Variables } from './stage'

/** What a lookup needs of the rest: the other collection, and pipelines inside. */
export interface Lookups {
  reader: Reader
  /** Undefined for a collection that does not exist: a lookup in it finds nothing. */
  collection(name: string): Collection | undefined
  /** Compiles a pipeline that sees these variables, and answers what runs it. */
  pipeline(stages: Value, planner: Planner): (collection: Collection, variables: Variables) => Iterable<Document>
}

export function lookup(spec: Value, planner: Planner, lookups: Lookups): Stage {
  const isPipeline = isDocument(spec) && (spec.pipeline !== undefined || spec.let !== undefined)
  const options = isPipeline
    ? namesOf(spec, ['from', 'pipeline', 'as'], ['let'], '$lookup')
    : namesOf(spec, ['from', 'localField', 'foreignField', 'as'], [], '$lookup')
  const place = placing(nameOf(options.as, 'as'))
  const find = isPipeline ? byPipeline(options, planner, lookups) : byEquality(options, planner, lookups)
  const from = nameOf(options.from, 'from')
  return function* (documents, variables) {
    const collection = lookups.collection(from)
    for (const document of documents) {
      planner.budget.tick()
      const found: Document[] = []
      let bytes = sizeOf(document)
      for (const other of collection ? find(document, variables, collection) : []) {
        found.push(other)
        bytes += sizeOf(other)
        if (bytes > MAX_BYTES)
          throw fail(`Total size of documents in ${from} matching pipeline's $lookup stage exceeds ${MAX_BYTES} bytes`)
      }
      yield place(document, found)
    }
  }
}

function nameOf(value: Value | undefined, option: string): string {
  if (typeof value === 'string' && value !== '' && !value.startsWith('$')) return value
  throw fail(`$lookup argument '${option}' must be a string`)
}

type Finding = (document: Document, variables: Variables, collection: Collection) => Iterable<Document>

function byPipeline(options: Record<string, Value>, planner: Planner, lookups: Lookups): Finding {
  const { let: given = {}, pipeline = [] } = options
  if (!isDocument(given)) throw fail("$lookup argument 'let' must be an object")
  const lets = Object.entries(given).map(([name, source]) => [variableName(name), reading(source, planner)] as const)
  const inner = plannerOf(planner.budget, [...planner.variables, ...lets.map(([name]) => name)])
  const run = lookups.pipeline(pipeline, inner)
  if (lets.length === 0 && planner.variables.length === 0) return once(run)
  return (document, variables, collection) => {
    const values = lets.map(([name, read]) => [name, read(document, variables)] as const)
    return run(collection, { ...variables, ...Object.fromEntries(values) })
  }
}

/** A pipeline that depends on nothing outside finds the same for every document. */
function once(run: (collection: Collection, variables: Variables) => Iterable<Document>): Finding {
  let found: Document[] | undefined
  return (_document, variables, collection) => {
    found ??= [...run(collection, variables)]
    return found
  }
}

function byEquality(options: Record<string, Value>, planner: Planner, { reader }: Lookups): Finding {
  const [local, foreign] = [nameOf(options.localField, 'localField'), nameOf(options.foreignField, 'foreignField')]
  let table: Map<string, Map<number, Document>> | undefined
  return (document, _variables, collection) => {
    const wanted = leavesOf(document, local).flatMap((leaf) => (Array.isArray(leaf) ? leaf : [leaf ?? null]))
    const [first, ...more] = wanted
    if (first === undefined) return []
    const filter: Document =
      more.length === 0
        ? { [foreign]: { $eq: first } }
        : { $or: wanted.map((value) => ({ [foreign]: { $eq: value } })) }
    if (isIndexed(collection, foreign))
      return reader.documents(collection, isPlain(wanted) ? inFilter(foreign, wanted) : filter, [])
    table ??= tableOf(reader.documents(collection, {}), foreign, planner)
    const places = new Map(wanted.flatMap((value) => [...(table?.get(keyOf(value)) ?? [])]))
    const candidates = [...places].sort(([one], [other]) => one - other).map(([, candidate]) => candidate)
    return candidates.filter((candidate) => matches(candidate, filter))
  }
}

/** A field further back in an index helps nobody who asks for it alone. */
const isIndexed = (collection: Collection, path: string): boolean =>
  path === '_id' ||
  collection.layout.indexes.some(({ keys: [first] }) => first?.[0] === path && first[1] !== '2dsphere')

/** A pattern in a list would be looked for and not compared. */
const isPlain = (values: Value[]): boolean => !values.some((value) => value instanceof RegExp || Array.isArray(value))

const inFilter = (path: string, values: Value[]): Document => ({ [path]: { $in: values } })

/**
 * Without an index the other collection is read once, and not once for each document: by value, each document under its
 * place in the collection, which is the order in which they are found.
 */
function tableOf(documents: Iterable<Document>, path: string, { budget }: Planner): Map<string, Map<number, Document>> {
  const table = new Map<string, Map<number, Document>>()
  let [place, bytes] = [0, 0]
  for (const document of documents) {
    budget.tick()
    bytes += sizeOf(document)
    budget.hold('$lookup', bytes)
    place++
    for (const leaf of leavesOf(document, path).flatMap((one) => (Array.isArray(one) ? [one, ...one] : [one]))) {
      const found = table.get(keyOf(leaf)) ?? new Map<number, Document>()
      table.set(keyOf(leaf), found.set(place, document))
    }
  }
  return table
}
