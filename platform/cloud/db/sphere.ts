/** Geometry on the sphere, as 2dsphere reckons: edges are arcs of great circles, distances are along the ground. */

/** Longitude, latitude, in degrees. */
export type Position = readonly [longitude: number, latitude: number]
type Vector = readonly [x: number, y: number, z: number]

/** MongoDB's own figure. */
export const EARTH_RADIUS_METRES = 6_378_100
const DEGREE = Math.PI / 180
/** Six millimetres: closer than this is the same place. */
const TOUCHING_RADIANS = 1e-9

function vectorOf([longitude, latitude]: Position): Vector {
  const flat = Math.cos(latitude * DEGREE)
  return [flat * Math.cos(longitude * DEGREE), flat * Math.sin(longitude * DEGREE), Math.sin(latitude * DEGREE)]
}

const dot = (a: Vector, b: Vector): number => a[0] * b[0] + a[1] * b[1] + a[2] * b[2]

const cross = (a: Vector, b: Vector): Vector => [
  a[1] * b[2] - a[2] * b[1],
  a[2] * b[0] - a[0] * b[2],
  a[0] * b[1] - a[1] * b[0],
]

const lengthOf = (a: Vector): number => Math.sqrt(dot(a, a))

/** The angle between two places by the haversine formula, which keeps its digits for near ones. */
export function angleBetween([fromLongitude, fromLatitude]: Position, [toLongitude, toLatitude]: Position): number {
  const upward = Math.sin(((toLatitude - fromLatitude) * DEGREE) / 2)
  const sideways = Math.sin(((toLongitude - fromLongitude) * DEGREE) / 2)
  const part = upward ** 2 + Math.cos(fromLatitude * DEGREE) * Math.cos(toLatitude * DEGREE) * sideways ** 2
  return 2 * Math.asin(Math.min(1, Math.sqrt(part)))
}

/** The angle from a place to the nearest point of an arc. */
export function angleToArc(place: Position, from: Position, to: Position): number {
  const ends = Math.min(angleBetween(place, from), angleBetween(place, to))
  const [at, start, end] = [vectorOf(place), vectorOf(from), vectorOf(to)]
  const normal = cross(start, end)
  const size = lengthOf(normal)
  if (size < 1e-15) return ends
  const isBeside = dot(cross(normal, start), at) > 0 && dot(cross(end, normal), at) > 0
  return isBeside ? Math.asin(Math.min(1, Math.abs(dot(at, normal)) / size)) : ends
}

/** Whether two arcs cross, each passing from one side of the other to its other side. */
export function doCross(from: Position, to: Position, otherFrom: Position, otherTo: Position): boolean {
  const [a, b, c, d] = [vectorOf(from), vectorOf(to), vectorOf(otherFrom), vectorOf(otherTo)]
  const [first, second] = [cross(a, b), cross(c, d)]
  const sides = [dot(first, c), dot(first, d), dot(second, a), dot(second, b)] as const
  if (sides.some((side) => Math.abs(side) < TOUCHING_RADIANS * 1e-3)) return false
  const isAcross = sides[0] * sides[1] < 0 && sides[2] * sides[3] < 0
  // Arcs on opposite sides of the globe cross each other's circles too.
  return isAcross && sides[0] * sides[3] > 0
}

export const isTouching = (angle: number): boolean => angle <= TOUCHING_RADIANS

/** The direction from a place to another, as seen from above the place. */
function bearing([fromLongitude, fromLatitude]: Position, [toLongitude, toLatitude]: Position): number {
  const turn = (toLongitude - fromLongitude) * DEGREE
  const [from, to] = [fromLatitude * DEGREE, toLatitude * DEGREE]
  return Math.atan2(
    Math.sin(turn) * Math.cos(to),
    Math.cos(from) * Math.sin(to) - Math.sin(from) * Math.cos(to) * Math.cos(turn),
  )
}

/**
 * Whether a ring goes round a place: seen from there, the way round it adds up to a whole turn.
 * The ring's inside is its smaller side, as in MongoDB, and so never on the far half of the globe.
 */
export function isInsideRing(place: Position, ring: readonly Position[]): boolean {
  const middle = ring.map(vectorOf).reduce((sum, one): Vector => [sum[0] + one[0], sum[1] + one[1], sum[2] + one[2]])
  if (dot(middle, vectorOf(place)) <= 0) return false
  let turned = 0
  for (const [from, to] of edgesOf(ring)) {
    const turn = bearing(place, to) - bearing(place, from)
    turned += turn > Math.PI ? turn - 2 * Math.PI : turn < -Math.PI ? turn + 2 * Math.PI : turn
  }
  return Math.abs(turned) > Math.PI
}

/** The arcs of a line, one after the other. */
export function edgesOf(line: readonly Position[]): [Position, Position][] {
  return line.slice(1).map((to, index) => [line[index] ?? to, to])
}
