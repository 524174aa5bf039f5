/** Fixed cases of places on the globe, after the pages of MongoDB's manual. */
import type { QueryPage } from './cases'

const point = (longitude: number, latitude: number) => ({ type: 'Point', coordinates: [longitude, latitude] })
const square = (west: number, south: number, east: number, north: number) => ({
  type: 'Polygon',
  coordinates: [
    [
      [west, south],
      [east, south],
      [east, north],
      [west, north],
      [west, south],
    ],
  ],
})

/** Around the People's Square: 0.01 of a degree is a good kilometre. */
const city = [
  { _id: 1, name: 'square', place: point(121.47, 31.23) },
  { _id: 2, name: 'museum', place: point(121.48, 31.23) },
  { _id: 3, name: 'harbour', place: point(121.5, 31.24) },
  { _id: 4, name: 'airport', place: point(121.8, 31.15) },
  {
    _id: 5,
    name: 'line',
    place: {
      type: 'LineString',
      coordinates: [
        [121.46, 31.22],
        [121.49, 31.25],
      ],
    },
  },
  { _id: 6, name: 'nowhere' },
  { _id: 7, name: 'park', place: square(121.44, 31.2, 121.46, 31.215) },
]

export const places: QueryPage[] = [
  {
    page: 'query/nearSphere',
    rows: city,
    cases: [
      [
        'nearest first, no further than',
        (_, db) => ({ place: _.geoNear({ geometry: new db.Geo.Point(121.48, 31.23), maxDistance: 3000 }) }),
        [2, 5, 1, 3, 7],
      ],
      [
        'no nearer than',
        (_, db) => ({
          place: _.geoNear({ geometry: new db.Geo.Point(121.48, 31.23), minDistance: 900, maxDistance: 2400 }),
        }),
        [1, 3],
      ],
      [
        'however far',
        (_, db) => ({ place: _.geoNear({ geometry: new db.Geo.Point(121.8, 31.15) }) }),
        [4, 3, 5, 2, 1, 7],
      ],
      [
        'beside another condition',
        (_, db) => ({
          name: _.in(['harbour', 'park']),
          place: _.geoNear({ geometry: new db.Geo.Point(121.48, 31.23) }),
        }),
        [3, 7],
      ],
    ],
  },
  {
    page: 'query/geoWithin',
    rows: city,
    cases: [
      [
        'in a polygon, whole',
        () => ({ place: { $geoWithin: { $geometry: square(121.465, 31.22, 121.51, 31.25) } } }),
        [1, 2, 3],
      ],
      [
        'in one of several polygons',
        () => ({
          place: {
            $geoWithin: {
              $geometry: {
                type: 'MultiPolygon',
                coordinates: [
                  square(121.43, 31.19, 121.47, 31.22).coordinates,
                  square(121.7, 31.1, 121.9, 31.2).coordinates,
                ],
              },
            },
          },
        }),
        [4, 7],
      ],
    ],
  },
  {
    page: 'query/centerSphere',
    rows: city,
    cases: [
      [
        'in a circle, its radius in radians',
        () => ({ place: { $geoWithin: { $centerSphere: [[121.48, 31.23], 1.5 / 6378.1] } } }),
        [1, 2],
      ],
    ],
  },
  {
    page: 'query/geoIntersects',
    rows: city,
    cases: [
      [
        'whatever shares a place with a polygon',
        () => ({ place: { $geoIntersects: { $geometry: square(121.455, 31.205, 121.475, 31.235) } } }),
        [1, 5, 7],
      ],
      [
        'a line that crosses',
        (_, db) => ({
          place: _.geoIntersects({
            geometry: new db.Geo.LineString([new db.Geo.Point(121.46, 31.25), new db.Geo.Point(121.49, 31.22)]),
          }),
        }),
        [5],
      ],
      ['a place itself', (_, db) => ({ place: _.geoIntersects({ geometry: new db.Geo.Point(121.8, 31.15) }) }), [4]],
    ],
  },
]
