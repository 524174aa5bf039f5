/** Answers $nearSphere, nearest first: looks around the place in wider and wider circles until enough is found. */
import { fail } from '../errors'
import type { Collection } from './collection'
import { boundsAround } from './geo'
import { areaPaths } from './indexing'
import { matches } from './match'
import { leavesOf } from './paths'
import { distanceOf, type Near, regionOf } from './places'
import { predicateOf, touching } from './plan'
import { all, where } from './predicate'
import type { Store } from './store'
import { type Document, decodeStored, isDocument, isOperators } from './values'

const FIRST_RADIUS_METRES = 1000
const WIDENING = 4

export interface NearField {
  path: string
  near: Near
}

/** The place a filter asks to be near to; it stands at the top or in an $and. */
export function nearIn(filter: Document): NearField | undefined {
  for (const [path, condition] of Object.entries(filter)) {
    if (path === '$and' && Array.isArray(condition)) {
      const inner = condition
        .filter(isDocument)
        .map(nearIn)
        .find((one) => one !== undefined)
      if (inner) return inner
    }
    if (!isOperators(condition) || condition.$nearSphere === undefined) continue
    const { near } = regionOf('$nearSphere', condition.$nearSphere)
    if (near) return { path, near }
  }
  return undefined
}

export function checkNear(collection: Collection, field: NearField | undefined): void {
  if (field && !collection.layout.indexes.some((index) => areaPaths(index).includes(field.path)))
    throw fail(`unable to find index for $geoNear query: "${field.path}" has no 2dsphere index`)
}

/** Documents that match, nearest first; at least as many as wanted, if there are. */
export function nearest(
  store: Store,
  collection: Collection,
  filter: Document,
  { path, near }: NearField,
  wanted: number,
): string[] {
  for (let radius = FIRST_RADIUS_METRES; ; radius *= WIDENING) {
    const reach = Math.min(radius, near.most)
    const predicate = all([
      predicateOf(collection, filter),
      touching(collection, path, boundsAround(near.centre, reach)),
    ])
    const rows = store.all(`SELECT doc FROM ${collection.table}${where(predicate)}`, predicate.parameters)
    const found = rows.flatMap((row) => {
      const text = String(row.doc)
      const document = decodeStored(text)
      const metres = distanceOf(near, leavesOf(document, path))
      return metres <= reach && matches(document, filter) ? [{ text, metres }] : []
    })
    if (found.length < wanted && reach < near.most) continue
    return found.sort((left, right) => left.metres - right.metres).map(({ text }) => text)
  }
}
