/** Geo conditions of a filter: the area or the place they name, and whether what stands in a document meets it. */
import { fail, refuse } from '../errors'
import {
  type Bounds,
  boundsAround,
  boundsOf,
  distanceTo,
  doIntersect,
  EARTH_RADIUS_METRES,
  isWithin,
  isWithinCap,
  type Position,
  readShape,
  type Shape,
} from './geo'
import { isNumeric } from './numbers'
import { type Document, isDocument, type Value } from './values'

export const GEO_OPERATORS = new Set(['$geoWithin', '$geoIntersects', '$nearSphere'])

export interface Near {
  centre: Position
  /** In metres. */
  least: number
  most: number
}

interface Region {
  meets(shape: Shape): boolean
  bounds: Bounds
  near?: Near
}

const WORLD: Bounds = { west: -180, south: -90, east: 180, north: 90 }
const HALF_ROUND_METRES = Math.PI * EARTH_RADIUS_METRES

const known = new WeakMap<Document, Region>()

/** What a geo operator asks for; refused when it is none. Read once for each filter. */
export function regionOf(operator: string, operand: Value): Region {
  if (!isDocument(operand)) throw fail(`${operator} requires an object`)
  const region = known.get(operand) ?? readRegion(operator, operand)
  known.set(operand, region)
  return region
}

function readRegion(operator: string, operand: Document): Region {
  const allowed = operator === '$nearSphere' ? ['$geometry', '$minDistance', '$maxDistance'] : ['$geometry']
  const unknown = Object.keys(operand).find((key) => !allowed.includes(key))
  if (operator === '$geoWithin' && unknown === '$centerSphere') return readCap(operand.$centerSphere)
  if (unknown !== undefined) throw refuse(`${unknown} in ${operator}`)
  const shape = readShape(operand.$geometry)
  if (!shape) throw fail(`${operator} needs a valid GeoJSON $geometry`)
  if (operator === '$nearSphere') return readNear(operand, shape)
  if (operator === '$geoIntersects') return { meets: (one) => doIntersect(one, shape), bounds: boundsOf(shape) }
  if (shape.polygons.length === 0) throw fail('$geoWithin needs a Polygon or a MultiPolygon')
  return { meets: (one) => isWithin(one, shape), bounds: boundsOf(shape) }
}

function readCap(operand: Value | undefined): Region {
  const [place, radians] = Array.isArray(operand) ? operand : []
  const centre = readShape(place)?.points[0]
  if (!centre || !isNumeric(radians) || !(Number(radians) >= 0)) throw fail('$centerSphere needs a place and a radius')
  const reach = Number(radians)
  const bounds = reach < Math.PI ? boundsAround(centre, reach * EARTH_RADIUS_METRES) : WORLD
  return { meets: (shape) => isWithinCap(shape, centre, reach), bounds }
}

function readNear(operand: Document, shape: Shape): Region {
  const [centre] = shape.points
  if (!centre || shape.lines.length + shape.polygons.length > 0) throw fail('$nearSphere needs a Point')
  const least = readDistance(operand, '$minDistance', 0)
  const most = readDistance(operand, '$maxDistance', HALF_ROUND_METRES)
  const near = { centre, least, most }
  return {
    meets: (one) => isInReach(near, distanceTo(centre, one)),
    bounds: most < HALF_ROUND_METRES ? boundsAround(centre, most) : WORLD,
    near,
  }
}

function readDistance(operand: Document, key: string, otherwise: number): number {
  const distance = operand[key]
  if (distance === undefined) return otherwise
  if (!isNumeric(distance) || !(Number(distance) >= 0)) throw fail(`${key} must be a number that is not negative`)
  return Number(distance)
}

const isInReach = ({ least, most }: Near, metres: number): boolean => metres >= least && metres <= most

export const meetsRegion = (leaves: (Value | undefined)[], operator: string, operand: Value): boolean =>
  shapesIn(leaves).some((shape) => regionOf(operator, operand).meets(shape))

/** A field may hold one shape or a list of them. */
export const shapesIn = (leaves: (Value | undefined)[]): Shape[] =>
  leaves.flatMap((leaf) => {
    const shape = readShape(leaf)
    if (shape) return [shape]
    return Array.isArray(leaf) ? leaf.flatMap((item) => readShape(item) ?? []) : []
  })

/** Metres to the nearest of the shapes that are in reach. */
export const distanceOf = (near: Near, leaves: (Value | undefined)[]): number =>
  shapesIn(leaves)
    .map((shape) => distanceTo(near.centre, shape))
    .filter((metres) => isInReach(near, metres))
    .reduce((least, metres) => Math.min(least, metres), Number.POSITIVE_INFINITY)
