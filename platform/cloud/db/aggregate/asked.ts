/** What a pipeline asks of its own collection and of those it looks into: what an index has to serve. */
import type { Order } from '../sort'
import { type Document, isDocument, type Value } from '../values'
import { Budget } from './budget'
import { hasExpression, hintOf } from './match'
import { stagesIn } from './pipeline'
import { joined, requestOf, type WireStage } from './source'
import { plannerOf } from './stage'

export interface Asked {
  /** Another collection than the pipeline's own. */
  from?: string
  filter: Document
  order: Order
}

export function askedBy(stages: readonly WireStage[], variables: readonly string[] = []): Asked[] {
  const lookups = stages.filter(({ key }) => key === '$lookup').flatMap(({ value }) => askedByLookup(value, variables))
  // $geoNear finds its index or fails.
  if (stages[0]?.key === '$geoNear') return lookups
  const planner = plannerOf(new Budget(), variables)
  const { request } = requestOf(stages, planner)
  const filter = joined(request.filters)
  const known = Object.fromEntries(variables.map((name) => [name, '']))
  return [{ filter: hasExpression(filter) ? hintOf(filter, planner)(known) : filter, order: request.order }, ...lookups]
}

function askedByLookup(spec: Value, variables: readonly string[]): Asked[] {
  if (!isDocument(spec) || typeof spec.from !== 'string') return []
  const { from, foreignField, pipeline, let: given } = spec
  if (typeof foreignField === 'string') return [{ from, filter: { [foreignField]: { $in: [null] } }, order: [] }]
  const names = isDocument(given) ? Object.keys(given) : []
  return askedBy(stagesIn(pipeline ?? []), [...variables, ...names]).map((asked) => ({ from, ...asked }))
}
