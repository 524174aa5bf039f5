/** A whole pipeline: checked stage by stage before anything is read, its first stages handed to the database. */
import { fail, refuse } from '../../errors'
import type { Collection } from '../collection'
import { type Document, encode, isDocument, type Value } from '../values'
import { bucketAuto } from './bucket-auto'
import { bucket, group, sortByCount } from './group'
import { type Lookups, lookup } from './lookup'
import { match } from './match'
import { Nearby } from './nearby'
import { orderOf, sorting } from './sorting'
import { requestOf, Source, type WireStage, wantedBy } from './source'
import type { Planner, Stage, StageCompiler, Variables } from './stage'
import { addFields, count, limit, project, replaceRoot, sample, skip, unwind } from './stages'

const STAGES = new Map<string, StageCompiler>([
  ['$match', match],
  ['$project', project],
  ['$addFields', addFields],
  ['$group', group],
  ['$sortByCount', sortByCount],
  ['$bucket', bucket],
  ['$bucketAuto', bucketAuto],
  ['$unwind', unwind],
  ['$replaceRoot', replaceRoot],
  ['$count', count],
  ['$skip', skip],
  ['$limit', limit],
  ['$sample', sample],
])

export type Opened = Pick<Lookups, 'reader' | 'collection'>

export class Pipeline {
  private readonly source: Source | Nearby
  private readonly stages: Stage[]

  constructor(
    stages: readonly WireStage[],
    planner: Planner,
    private readonly opened: Opened,
  ) {
    const [first, ...others] = stages
    if (first?.key === '$geoNear') {
      this.source = new Nearby(first.value, planner)
      this.stages = this.compile(others, planner)
    } else {
      const { request, taken } = requestOf(stages, planner)
      this.source = new Source(request, planner)
      this.stages = this.compile(stages.slice(taken), planner)
    }
  }

  *run(collection: Collection, variables: Variables): Generator<Document> {
    const documents = this.source.documents(this.opened.reader, collection, variables)
    yield* this.stages.reduce<Iterable<Document>>((before, stage) => stage(before, variables), documents)
  }

  *texts(collection: Collection): Generator<string> {
    if (this.stages.length === 0 && this.source instanceof Source)
      yield* this.source.texts(this.opened.reader, collection, {})
    else for (const document of this.run(collection, {})) yield encode(document)
  }

  private compile(stages: readonly WireStage[], planner: Planner): Stage[] {
    return stages.map(({ key, value }, at) => {
      if (key === '$sort') return sorting(orderOf(value), planner, wantedBy(stages.slice(at + 1)))
      if (key === '$lookup') return lookup(value, planner, { ...this.opened, pipeline: this.inner })
      if (key === '$geoNear') throw fail('$geoNear is only valid as the first stage in a pipeline.')
      const compile = STAGES.get(key)
      if (!compile) throw refuse(`The aggregation stage ${key}`)
      return compile(value, planner)
    })
  }

  private readonly inner: Lookups['pipeline'] = (source, planner) => {
    const pipeline = new Pipeline(stagesIn(source), planner, this.opened)
    return (collection, variables) => pipeline.run(collection, variables)
  }
}

/** Stages as a lookup's pipeline holds them: `[{ $match: … }, …]`. */
export function stagesIn(source: Value): WireStage[] {
  if (!Array.isArray(source)) throw fail("'pipeline' option must be specified as an array")
  return source.map((stage) => {
    const [key, ...more] = isDocument(stage) ? Object.keys(stage) : []
    if (!isDocument(stage) || key === undefined || more.length > 0)
      throw fail('A pipeline stage specification object must contain exactly one field.')
    return { key, value: stage[key] ?? null }
  })
}
