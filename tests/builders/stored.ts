/** What stands in the cloud's database, read and changed past the product: as after a crash, or by a hand that should not. */
import * as v from 'valibot'
import type { Cloud } from '../../platform/cloud'
import { connect } from '../platform/start'

const Rows = v.object({ data: v.array(v.looseObject({ _id: v.string() })) })
export type Stored = v.InferOutput<typeof Rows>['data'][number]

export const storedIn = async (cloud: Cloud) => {
  const db = await connect(cloud)
  const all = async (collection: string, filter: object = {}): Promise<Stored[]> =>
    v.parse(Rows, await db.collection(collection).where(filter).limit(1000).get()).data
  return {
    all,
    one: async (collection: string, id: string): Promise<Stored | undefined> => (await all(collection, { _id: id }))[0],
    add: (collection: string, data: object) => db.collection(collection).add({ data }),
    /** A field that is a list is set whole. */
    change: (collection: string, id: string, fields: Readonly<Record<string, unknown>>) => {
      const whole = Object.entries(fields).map(([key, value]) => [key, db.command.set(value)])
      return db
        .collection(collection)
        .doc(id)
        .update({ data: Object.fromEntries(whole) })
    },
    remove: (collection: string, id: string) => db.collection(collection).doc(id).remove(),
  }
}
