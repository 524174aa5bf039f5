/** What "near", "within" and "meets" mean on the ground: checked against known distances and against each other. */
import { distanceTo, doIntersect, isWithin, readShape } from '../../platform/cloud/db/geo'
import type { Value } from '../../platform/cloud/db/values'
import { holed, point, ring, shape, square } from './shapes'

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
