/** Stages that gather documents: by an expression, by how often a value comes, or between given boundaries. */
import { fail, refuse } from '../../errors'
import { compareKeys } from '../order'
import { type Document, isDocument, type Value } from '../values'
import { type Accumulator, accumulatorOf } from './accumulators'
import { namesOf } from './operator'
import { keyOf, type Result, typeName } from './result'
import { type Planner, type Reading, reading, type Stage, type StageCompiler, type Variables } from './stage'

/** The fields a group answers, each gathered by its accumulator. */
export class Output {
  private constructor(private readonly fields: { name: string; make: () => Accumulator; read: Reading }[]) {}

  static compile(spec: Document, planner: Planner): Output {
    return new Output(
      Object.entries(spec).map(([name, source]) => {
        const [operator, ...more] = isDocument(source) ? Object.keys(source) : []
        if (!isDocument(source) || operator === undefined)
          throw fail(`The field '${name}' must be an accumulator object`)
        if (more.length > 0) throw fail(`The field '${name}' must specify one accumulator`)
        if (Array.isArray(source[operator])) throw fail(`The ${operator} accumulator is a unary operator`)
        if (name.includes('.') || name.startsWith('$'))
          throw fail(`The field name '${name}' cannot contain '.' or start with '$'`)
        if (name === '__proto__') throw refuse('A field named __proto__')
        return { name, make: accumulatorOf(operator), read: reading(source[operator] ?? null, planner) }
      }),
    )
  }

  start(): Accumulator[] {
    return this.fields.map(({ make }) => make())
  }

  /** Answers how many bytes more are held now. */
  add(gathered: Accumulator[], document: Document, variables: Variables): number {
    let more = 0
    for (const [index, { read }] of this.fields.entries()) {
      const accumulator = gathered[index]
      if (!accumulator) continue
      const before = accumulator.bytes
      accumulator.add(read(document, variables))
      more += accumulator.bytes - before
    }
    return more
  }

  finish(id: Value, gathered: Accumulator[]): Document {
    const made: Document = { _id: id }
    for (const [index, { name }] of this.fields.entries()) made[name] = gathered[index]?.result() ?? null
    return made
  }
}

interface Group {
  id: Value
  gathered: Accumulator[]
}

/** Groups in the order in which their first documents came. */
export function grouping(name: string, keyed: Reading, output: Output, { budget }: Planner): Stage {
  return function* (documents, variables) {
    const groups = new Map<string, Group>()
    let bytes = 0
    for (const document of documents) {
      budget.tick()
      const id = keyed(document, variables) ?? null
      const key = keyOf(id)
      const group = groups.get(key) ?? { id, gathered: output.start() }
      if (!groups.has(key)) bytes += 64 + key.length * 2
      groups.set(key, group)
      bytes += output.add(group.gathered, document, variables)
      budget.hold(name, bytes)
    }
    for (const { id, gathered } of groups.values()) yield output.finish(id, gathered)
  }
}

export const group: StageCompiler = (spec, planner) => {
  if (!isDocument(spec)) throw fail("a group's fields must be specified in an object")
  const { _id: id, ...fields } = spec
  if (id === undefined) throw fail('a group specification must include an _id')
  return grouping('$group', reading(id, planner), Output.compile(fields, planner), planner)
}

export const sortByCount: StageCompiler = (spec, planner) => {
  const isExpression = isDocument(spec)
    ? Object.keys(spec)[0]?.startsWith('$')
    : typeof spec === 'string' && spec.startsWith('$')
  if (!isExpression)
    throw fail('the sortByCount field must be specified as a $-prefixed path or an expression in an object')
  const output = Output.compile({ count: { $sum: 1 } }, planner)
  const counted = grouping('$sortByCount', reading(spec, planner), output, planner)
  return (documents, variables) =>
    [...counted(documents, variables)].sort((one, other) => compareKeys(other.count, one.count))
}

/** What `$bucket` and `$bucketAuto` answer when they are not told. */
export const outputOf = (spec: Value | undefined, planner: Planner): Output => {
  if (spec !== undefined && !isDocument(spec)) throw fail("the 'output' of buckets must be an object")
  return Output.compile(spec ?? { count: { $sum: 1 } }, planner)
}

export const bucket: StageCompiler = (spec, planner) => {
  const {
    groupBy,
    boundaries,
    default: otherwise,
    output,
  } = namesOf(spec, ['groupBy', 'boundaries'], ['default', 'output'], '$bucket')
  const edges = edgesOf(boundaries)
  const [first, last] = [edges[0], edges.at(-1)]
  if (otherwise !== undefined && compareKeys(otherwise, first) >= 0 && compareKeys(otherwise, last) < 0)
    throw fail(
      "The $bucket 'default' field must be less than the lowest boundary or greater than or equal to the highest boundary.",
    )
  const read = reading(groupBy ?? null, planner)
  const place = (value: Result): Value => {
    const next = edges.findIndex((edge) => compareKeys(value, edge) < 0)
    const found = next > 0 ? edges[next - 1] : otherwise
    if (found !== undefined) return found
    throw fail('$switch could not find a matching branch for an input, and no default was specified.')
  }
  const grouped = grouping(
    '$bucket',
    (document, variables) => place(read(document, variables)),
    outputOf(output, planner),
    planner,
  )
  return (documents, variables) =>
    [...grouped(documents, variables)].sort((one, other) => compareKeys(one._id, other._id))
}

function edgesOf(boundaries: Value | undefined): Value[] {
  if (!Array.isArray(boundaries) || boundaries.length < 2)
    throw fail("The $bucket 'boundaries' field must be an array with at least 2 values")
  for (const [index, edge] of boundaries.slice(1).entries()) {
    const before = boundaries[index]
    if (compareKeys(before, edge) >= 0)
      throw fail("The 'boundaries' option to $bucket must be sorted in ascending order")
    const [one, other] = [before, edge].map((value) => NUMBERS.has(typeName(value)) || typeName(value))
    if (one !== other) throw fail("All values in the 'boundaries' option to $bucket must have the same type")
  }
  return boundaries
}

const NUMBERS = new Set(['int', 'long', 'double', 'decimal'])
