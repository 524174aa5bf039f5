/** GeoJSON as 2dsphere means it: reads shapes out of documents and says how far, whether within, whether they meet. */
import {
  angleBetween,
  angleToArc,
  doCross,
  EARTH_RADIUS_METRES,
  edgesOf,
  isInsideRing,
  isTouching,
  type Position,
} from './sphere'
import { isDocument, type Value } from './values'

export { EARTH_RADIUS_METRES, type Position }

/** Any GeoJSON shape, taken apart. A polygon is its rings: the outer one first, then its holes. */
export interface Shape {
  points: Position[]
  lines: Position[][]
  polygons: Position[][][]
}

/** West, south, east, north, in degrees; west is greater than east across the 180th meridian. */
export interface Bounds {
  west: number
  south: number
  east: number
  north: number
}

const emptyShape = (): Shape => ({ points: [], lines: [], polygons: [] })

/** A shape as a document holds it: GeoJSON, or the older `[longitude, latitude]`; undefined when it is none. */
export function readShape(value: Value | undefined): Shape | undefined {
  const pair = readPosition(value)
  if (pair) return { ...emptyShape(), points: [pair] }
  if (!isDocument(value)) return undefined
  if (value.type === 'GeometryCollection') return readCollection(value.geometries)
  return readCoordinates(value.type, value.coordinates)
}

function readCoordinates(type: Value | undefined, coordinates: Value | undefined): Shape | undefined {
  switch (type) {
    case 'Point':
      return shapeOf('points', wrap(readPosition(coordinates)))
    case 'MultiPoint':
      return shapeOf('points', readList(coordinates, readPosition))
    case 'LineString':
      return shapeOf('lines', wrap(readLine(coordinates)))
    case 'MultiLineString':
      return shapeOf('lines', readList(coordinates, readLine))
    case 'Polygon':
      return shapeOf('polygons', wrap(readRings(coordinates)))
    case 'MultiPolygon':
      return shapeOf('polygons', readList(coordinates, readRings))
    default:
      return undefined
  }
}

const wrap = <T>(one: T | undefined): T[] | undefined => one && [one]

function shapeOf<Part extends keyof Shape>(part: Part, parts: Shape[Part] | undefined): Shape | undefined {
  return parts && { ...emptyShape(), [part]: parts }
}

function readCollection(geometries: Value | undefined): Shape | undefined {
  const shapes = readList(geometries, readShape)
  return (
    shapes && {
      points: shapes.flatMap((shape) => shape.points),
      lines: shapes.flatMap((shape) => shape.lines),
      polygons: shapes.flatMap((shape) => shape.polygons),
    }
  )
}

/** Every item read, or nothing. */
function readList<T>(value: Value | undefined, read: (item: Value) => T | undefined): T[] | undefined {
  if (!Array.isArray(value) || value.length === 0) return undefined
  const items = value.flatMap((item) => wrap(read(item)) ?? [])
  return items.length === value.length ? items : undefined
}

function readPosition(value: Value | undefined): Position | undefined {
  if (!Array.isArray(value) || value.length < 2) return undefined
  const [longitude, latitude] = value
  if (typeof longitude !== 'number' || typeof latitude !== 'number') return undefined
  return Math.abs(longitude) <= 180 && Math.abs(latitude) <= 90 ? [longitude, latitude] : undefined
}

function readLine(value: Value | undefined): Position[] | undefined {
  const line = readList(value, readPosition)
  return line && line.length >= 2 ? line : undefined
}

/** A ring closes where it began. */
const readRings = (value: Value | undefined): Position[][] | undefined =>
  readList(value, (item) => {
    const ring = readList(item, readPosition)
    const [first, last] = [ring?.[0], ring?.at(-1)]
    return ring && first && last && ring.length >= 4 && isSamePlace(first, last) ? ring : undefined
  })

const isSamePlace = (one: Position, other: Position): boolean => one[0] === other[0] && one[1] === other[1]

/** Metres along the ground from a place to the nearest part of a shape. */
export function distanceTo(place: Position, shape: Shape): number {
  if (shape.polygons.some((rings) => isInPolygon(place, rings))) return 0
  const angles = [
    ...shape.points.map((point) => angleBetween(place, point)),
    ...edges(shape).map(([from, to]) => angleToArc(place, from, to)),
  ]
  return angles.reduce((least, angle) => Math.min(least, angle), Number.POSITIVE_INFINITY) * EARTH_RADIUS_METRES
}

/** Whether the whole of a shape lies in an area made of polygons. */
export function isWithin(shape: Shape, area: Shape): boolean {
  const holds = (place: Position): boolean => area.polygons.some((rings) => isInPolygon(place, rings))
  const spans = [...shape.lines, ...shape.polygons.flat()]
  return (
    shape.points.every(holds) &&
    spans.every((line) =>
      area.polygons.some(
        (rings) =>
          line.every((place) => isInPolygon(place, rings)) && !doAnyCross(edgesOf(line), rings.flatMap(edgesOf)),
      ),
    ) &&
    !area.polygons.some(([, ...holes]) => holes.some((hole) => hole.some((place) => isInside(place, shape))))
  )
}

/** Whether the whole of a shape lies within so many radians of a place. */
export const isWithinCap = (shape: Shape, centre: Position, radians: number): boolean =>
  [...shape.points, ...shape.lines.flat(), ...shape.polygons.flat(2)].every(
    (place) => angleBetween(centre, place) <= radians,
  )

/** Whether two shapes share a place, be it only on their edges. */
export function doIntersect(one: Shape, other: Shape): boolean {
  return (
    placesOf(one).some((place) => isOn(place, other)) ||
    placesOf(other).some((place) => isOn(place, one)) ||
    doAnyCross(edges(one), edges(other))
  )
}

/** The smallest box of meridians and parallels around a shape. Arcs bulge towards the poles, and so does the box. */
export function boundsOf(shape: Shape): Bounds {
  const places = placesOf(shape)
  const longitudes = places.map(([longitude]) => longitude)
  const latitudes = places.map(([, latitude]) => latitude)
  const bounds = {
    west: Math.min(...longitudes),
    south: Math.min(...latitudes),
    east: Math.max(...longitudes),
    north: Math.max(...latitudes),
  }
  const span = Math.min(180, bounds.east - bounds.west)
  const bulge = (latitude: number): number =>
    (Math.atan(Math.tan((latitude * Math.PI) / 180) / Math.cos((span * Math.PI) / 360)) * 180) / Math.PI
  if (span >= 180) return { west: -180, south: -90, east: 180, north: 90 }
  return {
    ...bounds,
    north: bounds.north > 0 ? bulge(bounds.north) : bounds.north,
    south: bounds.south < 0 ? bulge(bounds.south) : bounds.south,
  }
}

/** The box of meridians and parallels around a circle on the ground. */
export function boundsAround([longitude, latitude]: Position, metres: number): Bounds {
  const reach = (metres / EARTH_RADIUS_METRES) * (180 / Math.PI) + 1e-9
  const [south, north] = [latitude - reach, latitude + reach]
  if (south <= -90 || north >= 90)
    return { west: -180, south: Math.max(-90, south), east: 180, north: Math.min(90, north) }
  const wide = Math.asin(Math.sin((reach * Math.PI) / 180) / Math.cos((latitude * Math.PI) / 180)) * (180 / Math.PI)
  const turned = (degrees: number): number => (degrees > 180 ? degrees - 360 : degrees < -180 ? degrees + 360 : degrees)
  return { west: turned(longitude - wide), south, east: turned(longitude + wide), north }
}

const placesOf = (shape: Shape): Position[] => [...shape.points, ...shape.lines.flat(), ...shape.polygons.flat(2)]

const edges = (shape: Shape): [Position, Position][] => [...shape.lines, ...shape.polygons.flat()].flatMap(edgesOf)

const doAnyCross = (ones: [Position, Position][], others: [Position, Position][]): boolean =>
  ones.some(([from, to]) => others.some(([otherFrom, otherTo]) => doCross(from, to, otherFrom, otherTo)))

const isOnEdge = (place: Position, line: Position[]): boolean =>
  edgesOf(line).some(([from, to]) => isTouching(angleToArc(place, from, to)))

/** Inside or on the edge; a hole's edge belongs to the polygon, its inside does not. */
function isInPolygon(place: Position, [outer = [], ...holes]: Position[][]): boolean {
  if ([outer, ...holes].some((ring) => isOnEdge(place, ring))) return true
  return isInsideRing(place, outer) && !holes.some((hole) => isInsideRing(place, hole))
}

const isInside = (place: Position, shape: Shape): boolean =>
  shape.polygons.some((rings) => isInPolygon(place, rings) && !rings.some((ring) => isOnEdge(place, ring)))

const isOn = (place: Position, shape: Shape): boolean =>
  shape.points.some((point) => isTouching(angleBetween(place, point))) ||
  shape.lines.some((line) => isOnEdge(place, line)) ||
  shape.polygons.some((rings) => isInPolygon(place, rings))
