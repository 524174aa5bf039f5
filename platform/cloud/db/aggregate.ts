/** Aggregation: a leading match is decided by SQL, the stages after it by mingo; stages not listed are refused by name. */
import { aggregate } from 'mingo'
import { CloudError, messageOf, refuse } from '../errors'
import { isJson, parseJson } from '../json'
import type { Collection } from './collection'
import type { Reader } from './read'
import { type Document, decode, encode, isDocument, type Value } from './values'

const STAGES = new Set(['$match', '$project', '$group', '$sort', '$limit', '$skip', '$count', '$unwind', '$addFields'])

interface Stage {
  key: string
  value: Value
}

export function readStages(raw: unknown, now: Date): Stage[] {
  if (!Array.isArray(raw)) throw new CloudError('INVALID_PARAM', 'the stages of an aggregation must be a list')
  return raw.map((stage) => {
    if (!isJson(stage) || typeof stage.stageKey !== 'string' || typeof stage.stageValue !== 'string')
      throw new CloudError('INVALID_PARAM', 'a stage must carry stageKey and stageValue')
    if (!STAGES.has(stage.stageKey)) throw refuse(`The aggregation stage ${stage.stageKey}`)
    return { key: stage.stageKey, value: decode(parseJson(stage.stageValue), now) }
  })
}

export function runAggregation(reader: Reader, collection: Collection, stages: Stage[]): string[] {
  const [first, ...rest] = stages
  const filter: Document = first?.key === '$match' && isDocument(first.value) ? first.value : {}
  const later = first?.key === '$match' ? rest : stages
  const documents = reader.rows(collection, filter).map((row) => row.document)
  if (later.length === 0) return documents.map(encode)
  try {
    const found = aggregate(
      documents,
      later.map(({ key, value }) => ({ [key]: value })),
    )
    return found.filter(isDocument).map(encode)
  } catch (failure) {
    throw new CloudError('DATABASE_REQUEST_FAILED', messageOf(failure))
  }
}
