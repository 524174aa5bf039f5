/** Shapes on the ground, as a document would hold them. */
import { readShape, type Shape } from '../../platform/cloud/db/geo'
import type { Value } from '../../platform/cloud/db/values'

export function shape(type: string, coordinates: Value): Shape {
  const read = readShape({ type, coordinates })
  if (!read) throw new Error(`not a ${type}`)
  return read
}
export const point = (longitude: number, latitude: number): Shape => shape('Point', [longitude, latitude])
export const ring = (west: number, south: number, east: number, north: number): Value[] => [
  [west, south],
  [east, south],
  [east, north],
  [west, north],
  [west, south],
]
export const square = shape('Polygon', [ring(121, 31, 122, 32)])
export const holed = shape('Polygon', [ring(121, 31, 122, 32), ring(121.4, 31.4, 121.6, 31.6)])
