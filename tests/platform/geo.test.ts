/** What "near", "within" and "meets" mean on the ground: checked against known distances and against each other. */
import fc from 'fast-check'
import {
  boundsAround,
  boundsOf,
  distanceTo,
  doIntersect,
  isWithin,
  isWithinCap,
  type Position,
  readShape,
  type Shape,
} from '../../platform/cloud/db/geo'
import type { Value } from '../../platform/cloud/db/values'
import { runs } from '../property'

function shape(type: string, coordinates: Value): Shape {
  const read = readShape({ type, coordinates })
  if (!read) throw new Error(`not a ${type}`)
  return read
}
const point = (longitude: number, latitude: number): Shape => shape('Point', [longitude, latitude])
const ring = (west: number, south: number, east: number, north: number): Value[] => [
  [west, south],
  [east, south],
  [east, north],
  [west, north],
  [west, south],
]
const square = shape('Polygon', [ring(121, 31, 122, 32)])
const holed = shape('Polygon', [ring(121, 31, 122, 32), ring(121.4, 31.4, 121.6, 31.6)])

test('distances along the ground are those of MongoDB’s globe', () => {
  expect(distanceTo([0, 0], point(0, 90))).toBeCloseTo((6_378_100 * Math.PI) / 2, 3)
  expect(distanceTo([0, 0], point(180, 0))).toBeCloseTo(6_378_100 * Math.PI, 3)
  expect(distanceTo([121.4737, 31.2304], point(116.4074, 39.9042)) / 1000).toBeCloseTo(1069, -1)
  expect(
    distanceTo(
      [0, 1],
      shape('LineString', [
        [-1, 0],
        [1, 0],
      ]),
    ),
  ).toBeCloseTo(111_318.85, 1)
  expect(distanceTo([121.5, 31.5], square)).toBe(0)
  expect(distanceTo([121.5, 31.5], holed)).toBeGreaterThan(9_000)
})

test.each<[string, Value]>([
  ['a latitude beyond the pole', { type: 'Point', coordinates: [0, 91] }],
  ['a longitude beyond 180', { type: 'Point', coordinates: [181, 0] }],
  ['a line of one place', { type: 'LineString', coordinates: [[0, 0]] }],
  [
    'a ring that does not close',
    {
      type: 'Polygon',
      coordinates: [
        [
          [0, 0],
          [1, 0],
          [1, 1],
          [0, 1],
        ],
      ],
    },
  ],
  ['a name that is no shape', { type: 'Circle', coordinates: [0, 0] }],
  ['a word', 'here'],
  ['nothing', null],
])('%s is no shape', (_name, value) => expect(readShape(value)).toBeUndefined())

test('the older pair of numbers and a collection of shapes are read too', () => {
  expect(readShape([121, 31])?.points).toEqual([[121, 31]])
  const collection: Value = {
    type: 'GeometryCollection',
    geometries: [
      { type: 'Point', coordinates: [1, 1] },
      {
        type: 'MultiPoint',
        coordinates: [
          [2, 2],
          [3, 3],
        ],
      },
      {
        type: 'LineString',
        coordinates: [
          [0, 0],
          [1, 1],
        ],
      },
      { type: 'MultiPolygon', coordinates: [[ring(0, 0, 1, 1)]] },
    ],
  }
  const read = readShape(collection)
  expect([read?.points.length, read?.lines.length, read?.polygons.length]).toEqual([3, 1, 1])
})

test('within leaves out what is in a hole, what sticks out and what crosses a hole', () => {
  expect(isWithin(point(121.5, 31.5), square)).toBe(true)
  expect(isWithin(point(121.5, 31.5), holed)).toBe(false)
  expect(isWithin(point(121.2, 31.5), holed)).toBe(true)
  expect(isWithin(point(122.1, 31.5), square)).toBe(false)
  expect(isWithin(point(121, 31.5), square)).toBe(true)
  expect(
    isWithin(
      shape('LineString', [
        [121.2, 31.5],
        [121.8, 31.5],
      ]),
      square,
    ),
  ).toBe(true)
  expect(
    isWithin(
      shape('LineString', [
        [121.2, 31.5],
        [121.8, 31.5],
      ]),
      holed,
    ),
  ).toBe(false)
  expect(
    isWithin(
      shape('LineString', [
        [121.2, 31.5],
        [122.8, 31.5],
      ]),
      square,
    ),
  ).toBe(false)
  expect(isWithin(shape('Polygon', [ring(121.3, 31.3, 121.7, 31.7)]), holed)).toBe(false)
  expect(isWithin(shape('Polygon', [ring(121.1, 31.1, 121.2, 31.2)]), holed)).toBe(true)
  expect(isWithin(point(-58.5, -31.5), square)).toBe(false)
})

test('shapes meet when they cross, touch or hold one another, and not inside a hole', () => {
  expect(doIntersect(square, shape('Polygon', [ring(121.9, 31.9, 123, 33)]))).toBe(true)
  expect(doIntersect(square, shape('Polygon', [ring(121.4, 31.4, 121.5, 31.5)]))).toBe(true)
  expect(doIntersect(holed, shape('Polygon', [ring(121.45, 31.45, 121.5, 31.5)]))).toBe(false)
  expect(
    doIntersect(
      square,
      shape('LineString', [
        [120, 31.5],
        [123, 31.5],
      ]),
    ),
  ).toBe(true)
  expect(
    doIntersect(
      square,
      shape('LineString', [
        [120, 33],
        [123, 33],
      ]),
    ),
  ).toBe(false)
  expect(
    doIntersect(
      shape('LineString', [
        [0, 0],
        [1, 1],
      ]),
      shape('LineString', [
        [1, 1],
        [2, 0],
      ]),
    ),
  ).toBe(true)
  expect(
    doIntersect(
      point(1, 1),
      shape('MultiPoint', [
        [0, 0],
        [1, 1],
      ]),
    ),
  ).toBe(true)
  // The circles of these two arcs meet on the other side of the globe only.
  expect(
    doIntersect(
      shape('LineString', [
        [-1, 0],
        [1, 0],
      ]),
      shape('LineString', [
        [180, -1],
        [180, 1],
      ]),
    ),
  ).toBe(false)
})

const longitude = fc.double({ min: -179, max: 179, noNaN: true })
const latitude = fc.double({ min: -80, max: 80, noNaN: true })
const place = fc.tuple(longitude, latitude)

test('a distance is the same there and back, and never shorter by a way round', () => {
  fc.assert(
    fc.property(place, place, place, (a, b, c) => {
      const between = (from: Position, to: Position): number => distanceTo(from, point(to[0], to[1]))
      expect(between(a, b)).toBeCloseTo(between(b, a), 3)
      expect(between(a, b)).toBeLessThanOrEqual(between(a, c) + between(c, b) + 1e-3)
    }),
    runs(200),
  )
})

/** Across the 180th meridian a box begins in the west of one half and ends in the east of the other. */
const isInBox = ([x, y]: Position, { west, south, east, north }: ReturnType<typeof boundsAround>): boolean =>
  (west <= east ? x >= west && x <= east : x >= west || x <= east) && y >= south && y <= north

test('the box around a circle or a shape leaves nothing of it out', () => {
  const step = fc.double({ min: -0.4, max: 0.4, noNaN: true })
  fc.assert(
    fc.property(place, step, step, fc.double({ min: 1, max: 60_000, noNaN: true }), (centre, dx, dy, metres) => {
      const near: Position = [centre[0] + dx, centre[1] + dy]
      if (distanceTo(centre, point(near[0], near[1])) <= metres)
        expect(isInBox(near, boundsAround(centre, metres))).toBe(true)
      expect(isWithinCap(point(near[0], near[1]), centre, metres / 6_378_100)).toBe(
        distanceTo(centre, point(near[0], near[1])) <= metres,
      )
    }),
    runs(500),
  )
  const wide = boundsOf(
    shape('LineString', [
      [0, 50],
      [60, 50],
    ]),
  )
  expect(wide.north).toBeCloseTo(53.99, 1)
  expect(
    distanceTo(
      [30, wide.north],
      shape('LineString', [
        [0, 50],
        [60, 50],
      ]),
    ),
  ).toBeLessThan(1)
})

test('within a small box, the ground is as good as flat', () => {
  fc.assert(
    fc.property(
      fc.double({ min: 120.99, max: 122.01, noNaN: true }),
      fc.double({ min: 31.02, max: 31.98, noNaN: true }),
      (x, y) => {
        expect(isWithin(point(x, y), square)).toBe(x >= 121 && x <= 122)
        expect(doIntersect(point(x, y), square)).toBe(isWithin(point(x, y), square))
      },
    ),
    runs(300),
  )
})
