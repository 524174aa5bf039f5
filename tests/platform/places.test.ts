/** An index of places is used: the nearest come first, wherever on the globe. */
import type { Cloud } from '../../platform/cloud'
import { answer, closeAll, type Db, failureOf, open } from './start'

const index = (name: string, keys: [string, unknown][], unique = false) => ({ name, keys, unique })
const collections = {
  sites: {
    indexes: [
      index('byPlace', [['place', '2dsphere']]),
      index('byKindAndPlace', [
        ['kind', 1],
        ['around', '2dsphere'],
      ]),
    ],
  },
  plain: {},
}

let cloud: Cloud
let db: Db
let _: Db['command']
beforeAll(async () => {
  ;({ cloud, db, _ } = await open({ collections }))
})
afterAll(closeAll)

const add = (name: string, data: object) => Promise.resolve(db.collection(name).add({ data }))
const idsIn = async (name: string, where: object): Promise<unknown[]> =>
  (await answer(db.collection(name).where(where).get())).data.map((row) => row._id).sort()
describe('an index of places', () => {
  const near = (longitude: number, latitude: number, maxDistance = 1000) =>
    _.geoNear({ geometry: new db.Geo.Point(longitude, latitude), maxDistance })

  beforeAll(async () => {
    for (let n = 0; n < 40; n++)
      await add('sites', {
        _id: `s${String(n).padStart(2, '0')}`,
        place: new db.Geo.Point(121 + n / 100, 31),
        kind: n % 2,
      })
    await add('sites', { _id: 'none' })
  })

  test('is used, and the nearest come first', async () => {
    const { plan } = cloud.explain('sites', { place: { $geoWithin: { $centerSphere: [[121.1, 31], 0.0003] } } })
    expect(plan.join()).toMatch(/VIRTUAL TABLE INDEX/)
    const { data } = await answer(
      db
        .collection('sites')
        .where({ place: near(121.104, 31, 2400) })
        .get(),
    )
    expect(data.map((row) => row._id)).toEqual(['s10', 's11', 's09', 's12', 's08'])
  })

  test('gives the first few of however many, without a limit of distance', async () => {
    const asked = db.collection('sites').where({ kind: 1, place: _.geoNear({ geometry: new db.Geo.Point(121, 31) }) })
    expect((await answer(asked.skip(1).limit(3).get())).data.map((row) => row._id)).toEqual(['s03', 's05', 's07'])
  })

  test('lets an order of its own stand before the distance', async () => {
    const asked = db
      .collection('sites')
      .where({ place: near(121.104, 31, 2400) })
      .orderBy('_id', 'desc')
    expect((await answer(asked.get())).data.map((row) => row._id)).toEqual(['s12', 's11', 's10', 's09', 's08'])
  })

  test('follows a document that moves and one that goes', async () => {
    await add('sites', { _id: 'moving', place: new db.Geo.Point(10, 50) })
    expect(await idsIn('sites', { place: near(10, 50) })).toEqual(['moving'])
    await answer(
      db
        .collection('sites')
        .doc('moving')
        .update({ data: { place: _.set(new db.Geo.Point(20, 60).toJSON()) } }),
    )
    expect([await idsIn('sites', { place: near(10, 50) }), await idsIn('sites', { place: near(20, 60) })]).toEqual([
      [],
      ['moving'],
    ])
    await db.collection('sites').doc('moving').remove()
    expect(await idsIn('sites', { place: near(20, 60) })).toEqual([])
  })

  test('finds across the 180th meridian and at the pole', async () => {
    await add('sites', { _id: 'west', place: new db.Geo.Point(-179.999, 0) })
    await add('sites', { _id: 'pole', place: new db.Geo.Point(90, 89.9999) })
    expect(await idsIn('sites', { place: near(179.999, 0) })).toEqual(['west'])
    expect(await idsIn('sites', { place: near(-90, 89.9999) })).toEqual(['pole'])
  })

  test('finds any place of a list', async () => {
    const places = [new db.Geo.Point(1, 1).toJSON(), new db.Geo.Point(2, 2).toJSON()]
    await add('sites', { _id: 'two', place: places })
    expect(await idsIn('sites', { place: near(2, 2) })).toEqual(['two'])
  })

  test('refuses what is no place, and a search by distance where there is none', async () => {
    expect((await failureOf(add('sites', { place: { type: 'Point', coordinates: [200, 0] } }))).errMsg).toContain(
      "Can't extract geo keys",
    )
    const asked = Promise.resolve(
      db
        .collection('plain')
        .where({ place: near(1, 1) })
        .get(),
    )
    expect(await failureOf(asked)).toMatchObject({
      errCode: -502001,
      errMsg: expect.stringContaining('unable to find index'),
    })
  })
})
