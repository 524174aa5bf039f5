/** `$geoNear`, the first stage only: documents by their distance from a place, which each is given. */
import { fail, refuse } from '../../errors'
import type { Collection } from '../collection'
import { approximate, isNumeric } from '../numbers'
import { leavesOf } from '../paths'
import { distanceOf, type Near, regionOf } from '../places'
import type { Reader } from '../read'
import { type Document, decodeStored, isDocument, type Value } from '../values'
import { namesOf } from './operator'
import { placing } from './projection'
import type { Planner } from './stage'
import { amountOf } from './stages'

/** Of the versions that have one: later ones answer all. */
const DEFAULT_LIMIT = 100
const OPTIONAL = [
  'spherical',
  'limit',
  'num',
  'maxDistance',
  'minDistance',
  'query',
  'distanceMultiplier',
  'includeLocs',
  'key',
]

export class Nearby {
  private readonly limit: number
  private readonly multiplier: number
  private readonly place: Document
  private readonly filter: Document
  private readonly key: string | undefined
  private readonly placeDistance: (document: Document, value: Value) => Document
  private readonly placeLocation: (document: Document, value: Value) => Document

  constructor(
    spec: Value,
    private readonly planner: Planner,
  ) {
    const options = namesOf(spec, ['near', 'distanceField'], OPTIONAL, '$geoNear')
    const { query = {}, key, includeLocs, distanceMultiplier = 1, limit, num } = options
    if (!isDocument(query)) throw fail('$geoNear requires that the query be an object')
    if (key !== undefined && typeof key !== 'string') throw fail('$geoNear requires that the key be a string')
    if (!isDocument(options.near)) throw refuse('A $geoNear whose "near" is not a GeoJSON Point')
    this.limit = amountOf(limit ?? num ?? DEFAULT_LIMIT, '$geoNear', 1)
    this.multiplier = positive(distanceMultiplier, 'distanceMultiplier')
    this.place = placeOf(options)
    this.filter = query
    this.key = key
    this.placeDistance = placing(pathOf(options.distanceField, 'distanceField'))
    this.placeLocation =
      includeLocs === undefined ? (document) => document : placing(pathOf(includeLocs, 'includeLocs'))
  }

  *documents(reader: Reader, collection: Collection): Generator<Document> {
    const path = this.key ?? onlyPlace(collection)
    const { near } = regionOf('$nearSphere', this.place)
    if (!near) return
    const filter: Document = { $and: [this.filter, { [path]: { $nearSphere: this.place } }] }
    for (const text of reader.find(collection, { filter, order: [], skip: 0, limit: this.limit })) {
      this.planner.budget.tick()
      yield this.measured(decodeStored(text), path, near)
    }
  }

  private measured(document: Document, path: string, near: Near): Document {
    const leaves = leavesOf(document, path)
    const metres = distanceOf(near, leaves)
    const nearest = leaves.flatMap((leaf) => placesIn(leaf)).find((leaf) => distanceOf(near, [leaf]) === metres)
    return this.placeLocation(this.placeDistance(document, metres * this.multiplier), nearest ?? null)
  }
}

/** A list of places holds each of them. */
const placesIn = (leaf: Value | undefined): Value[] =>
  leaf === undefined ? [] : Array.isArray(leaf) && typeof leaf[0] !== 'number' ? leaf : [leaf]

function placeOf({ near, minDistance, maxDistance }: Record<string, Value>): Document {
  return {
    $geometry: near ?? null,
    ...(minDistance !== undefined && { $minDistance: minDistance }),
    ...(maxDistance !== undefined && { $maxDistance: maxDistance }),
  }
}

function pathOf(value: Value | undefined, name: string): string {
  if (typeof value === 'string' && value !== '' && !value.startsWith('$')) return value
  throw fail(`$geoNear requires that the '${name}' option be a string`)
}

function positive(value: Value, name: string): number {
  const number = isNumeric(value) ? approximate(value) : -1
  if (number >= 0) return number
  throw fail(`$geoNear requires that ${name} be a number that is not negative`)
}

function onlyPlace(collection: Collection): string {
  const [path, another] = collection.layout.areas
  if (path === undefined) throw fail('$geoNear requires a 2d or 2dsphere index, but none were found')
  if (another !== undefined)
    throw fail("There is more than one 2dsphere index: unsure which to use for $geoNear, so name it in 'key'")
  return path
}
