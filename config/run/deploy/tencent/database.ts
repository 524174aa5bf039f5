/** Collections and their indexes in a cloud environment, through @cloudbase/manager-node. */
import type CloudBase from '@cloudbase/manager-node'
import * as v from 'valibot'
import type { CollectionIndex } from '../../../../platform/cloud/manifest'
import type { Cloud } from '../cloud'

/** The most collections one answer lists. */
const PAGE = 100

const Direction = v.picklist(['1', '-1', '2dsphere'])
const Table = v.object({
  Indexes: v.nullish(
    v.array(
      v.object({
        Name: v.string(),
        Unique: v.boolean(),
        Keys: v.array(v.object({ Name: v.string(), Direction })),
      }),
    ),
  ),
})
const Tables = v.object({
  Collections: v.array(v.object({ CollectionName: v.string() })),
  Pager: v.object({ Total: v.number() }),
})

const indexOf = ({
  Name,
  Unique,
  Keys,
}: {
  Name: string
  Unique: boolean
  Keys: { Name: string; Direction: v.InferOutput<typeof Direction> }[]
}): CollectionIndex => ({
  name: Name,
  unique: Unique,
  keys: Keys.map((key) => [key.Name, key.Direction === '2dsphere' ? key.Direction : key.Direction === '1' ? 1 : -1]),
})

export function databaseOf({
  database,
}: CloudBase): Pick<Cloud, 'collections' | 'createCollection' | 'indexes' | 'createIndex'> {
  return {
    collections: async () => {
      const names: string[] = []
      let total = 1
      while (names.length < total) {
        const page = v.parse(Tables, await database.listCollections({ MgoLimit: PAGE, MgoOffset: names.length }))
        names.push(...page.Collections.map(({ CollectionName }) => CollectionName))
        total = page.Collections.length === 0 ? 0 : page.Pager.Total
      }
      return names
    },
    createCollection: async (name) => {
      await database.createCollection(name)
    },
    indexes: async (collection) => {
      const { Indexes } = v.parse(Table, await database.describeCollection(collection))
      return (Indexes ?? []).filter(({ Name }) => Name !== '_id_').map(indexOf)
    },
    createIndex: async (collection, { name, keys, unique }) => {
      const MgoIndexKeys = keys.map(([Name, way]) => ({ Name, Direction: String(way) }))
      const index = { IndexName: name, MgoKeySchema: { MgoIndexKeys, MgoIsUnique: unique } }
      await database.updateCollection(collection, { CreateIndexes: [index] })
    },
  }
}
