/** Stage that cuts documents into so many buckets of about the same number, on boundaries of a preferred series if asked. */
import { fail } from '../../errors'
import { approximate, isNumeric } from '../numbers'
import { compareKeys } from '../order'
import type { Document, Value } from '../values'
import { type Output, outputOf } from './group'
import { namesOf } from './operator'
import { type Result, sizeOf, typeName } from './result'
import { type Rounder, rounderOf } from './series'
import { reading, type StageCompiler, type Variables } from './stage'

interface Valued {
  value: Result
  document: Document
}

interface Bucket {
  least: Result
  most: Result
  members: Valued[]
}

export const bucketAuto: StageCompiler = (spec, planner) => {
  const { groupBy, buckets, output, granularity } = namesOf(
    spec,
    ['groupBy', 'buckets'],
    ['output', 'granularity'],
    '$bucketAuto',
  )
  const wanted = isNumeric(buckets) ? approximate(buckets) : 0
  if (!Number.isInteger(wanted) || wanted < 1 || wanted >= 2 ** 31)
    throw fail("The $bucketAuto 'buckets' field must be a positive 32-bit integer")
  const read = reading(groupBy ?? null, planner)
  const gathered = outputOf(output, planner)
  const rounder = granularity === undefined ? undefined : rounderOf(granularity)
  return function* (documents, variables) {
    const valued: Valued[] = []
    let bytes = 0
    for (const document of documents) {
      planner.budget.tick()
      const value = read(document, variables)
      if (rounder) ensureRoundable(value)
      valued.push({ value, document })
      bytes += sizeOf(document)
      planner.budget.hold('$bucketAuto', bytes)
    }
    valued.sort((one, other) => compareKeys(one.value, other.value))
    for (const bucket of cut(valued, wanted, rounder)) yield finished(bucket, gathered, variables)
  }
}

function ensureRoundable(value: Result): void {
  if (!isNumeric(value))
    throw fail(
      `$bucketAuto can specify a 'granularity' with numeric boundaries only, but found a value with type: ${typeName(value)}`,
    )
  if (!(approximate(value) >= 0))
    throw fail("$bucketAuto can specify a 'granularity' with numeric boundaries of nonnegative numbers only")
}

/** Equal values stay together, and the last bucket takes what is left. */
function cut(valued: Valued[], wanted: number, rounder: Rounder | undefined): Bucket[] {
  const size = Math.max(1, Math.round(valued.length / wanted))
  const cuts: Bucket[] = []
  for (let at = 0; at < valued.length && cuts.length < wanted; ) {
    let end = cuts.length === wanted - 1 ? valued.length : Math.min(valued.length, at + size)
    const [least, most] = [valued[at]?.value, valued[end - 1]?.value]
    const edge = rounder ? rounder.up(most) : most
    while (end < valued.length && compareKeys(valued[end]?.value, edge) < (rounder ? 0 : 1)) end++
    const before = cuts.at(-1)
    if (before && !rounder) before.most = least
    const start = rounder ? (before ? before.most : rounder.down(least)) : least
    cuts.push({ least: start, most: edge, members: valued.slice(at, end) })
    at = end
  }
  return cuts
}

function finished({ least, most, members }: Bucket, output: Output, variables: Variables): Document {
  const gathered = output.start()
  for (const { document } of members) output.add(gathered, document, variables)
  const id: Record<string, Value> = { min: least ?? null, max: most ?? null }
  return output.finish(id, gathered)
}
