/** Aggregation as the wire speaks it: stages in, documents as EJSON text out, bounded in number and in bytes. */
import { fail, invalid } from '../../errors'
import { isJson, parseJson } from '../../json'
import type { Collection } from '../collection'
import { decode } from '../values'
import { Budget, LIMITS, type Limits } from './budget'
import { type Opened, Pipeline } from './pipeline'
import { MAX_BYTES } from './result'
import type { WireStage } from './source'
import { plannerOf } from './stage'

export { type Asked, askedBy } from './asked'

/** Without a `$limit` the real cloud answers twenty documents; with one, ten thousand at the most. */
const DEFAULT_REPLY = 20
const MAX_REPLY = 10_000

export function readStages(raw: unknown, now: Date): WireStage[] {
  if (!Array.isArray(raw)) throw invalid('the stages of an aggregation must be a list')
  return raw.map((stage) => {
    if (!isJson(stage) || typeof stage.stageKey !== 'string' || typeof stage.stageValue !== 'string')
      throw invalid('a stage must carry stageKey and stageValue')
    return { key: stage.stageKey, value: decode(parseJson(stage.stageValue), now) }
  })
}

export function runAggregation(
  opened: Opened,
  collection: Collection,
  stages: readonly WireStage[],
  limits: Limits = LIMITS,
): string[] {
  const most = stages.some(({ key }) => key === '$limit') ? MAX_REPLY : DEFAULT_REPLY
  const whole = [...stages, { key: '$limit', value: most }]
  const texts: string[] = []
  let bytes = 0
  for (const text of new Pipeline(whole, plannerOf(new Budget(limits), []), opened).texts(collection)) {
    bytes += text.length
    if (bytes > MAX_BYTES) throw fail(`the answer of the aggregation is larger than ${MAX_BYTES} bytes`)
    texts.push(text)
  }
  return texts
}
