/** Distances, boxes and insides agree with one another, wherever on the globe. */
import fc from 'fast-check'
import {
  boundsAround,
  boundsOf,
  distanceTo,
  doIntersect,
  isWithin,
  isWithinCap,
  type Position,
} from '../../platform/cloud/db/geo'
import { runs } from '../property'
import { point, shape, square } from './shapes'

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
