/** A city with a drive on: a union in three sizes, a station with its keeper, workers who wish, donors who light; all by real deeds. */

import { PNG } from 'pngjs'
import type * as v from 'valibot'
import type { DriveDetails, MyWish, WishWords } from '../../domain/wish'
import { CITY, DISTRICT, newRequest, type Phone, START, STREET, startTown, type Town, type TownOptions } from './town'
import { registered } from './workers'

export type Details = v.InferInput<typeof DriveDetails>
export type Words = v.InferInput<typeof WishWords>

export const words: Words = { kind: 'schoolBag', detail: '三年级', story: '女儿开学上三年级，想要一个结实的。' }

export type WishTown = {
  readonly town: Town
  readonly admin: Phone
  readonly scene: string
  readonly siteId: string
  /** The city's union, which publishes; the district's, which lists; the street's, which proposes. */
  readonly city: Phone
  readonly district: Phone
  readonly grassroots: Phone
  readonly keeper: Phone
  readonly stationId: string
  readonly driveId: string
}

export const details = (stationId: string, over: Partial<Details> = {}): Details => ({
  title: '静安区点亮微心愿',
  opensOn: '2021-02-01',
  endsOn: '2021-02-09',
  rules: [{ fact: 'stay', is: ['staying'] }],
  kinds: [
    { kind: 'schoolBag', valueCapFen: 15_000 },
    { kind: 'coat', valueCapFen: 30_000 },
    { kind: 'festivalBox', valueCapFen: 20_000 },
  ],
  wishesEach: 1,
  quota: 500,
  delivery: 'collect',
  stationIds: [stationId],
  budgetFen: 100_000,
  ...over,
})

export const startWishTown = async (options: TownOptions = {}, over: Partial<Details> = {}): Promise<WishTown> => {
  const { town, admin, site } = await startTown(options)
  const station = await town.site(admin, STREET, '静安工人文化宫')
  const union = (level: 'city' | 'district' | 'street', id: string, openid: string) =>
    town.appoint(admin, 'unionOfficer', { level, id }, openid)
  const city = await union('city', CITY, 'oUnionCity')
  const district = await union('district', DISTRICT, 'oUnionDistrict')
  const grassroots = await union('street', STREET, 'oUnionStreet')
  const keeper = await town.appoint(admin, 'stationKeeper', { level: 'site', id: station.id }, 'oKeeper')
  const { drive } = await district.wish.publishDrive({
    requestId: newRequest(),
    scope: { level: 'district', id: DISTRICT },
    details: details(station.id, over),
  })
  return {
    town,
    admin,
    scene: site.scene,
    siteId: site.id,
    city,
    district,
    grassroots,
    keeper,
    stationId: station.id,
    driveId: drive.id,
  }
}

let wishers = 0

/** Somebody registered here who made this wish. */
export const wished = async (
  { town, scene, driveId }: WishTown,
  over: Partial<Words> = {},
): Promise<{ phone: Phone; wish: MyWish }> => {
  wishers += 1
  const { phone } = await registered(town, `oWisher-${wishers}`, scene)
  const { wish } = await phone.wish.make({ requestId: newRequest(), driveId, words: { ...words, ...over } })
  return { phone, wish }
}

/** As it stands to its own worker now. */
export const standing = async (phone: Phone, id: string): Promise<MyWish> => {
  const { wishes } = await phone.wish.mine({})
  const found = wishes.find((wish) => wish.id === id)
  if (!found) throw new Error(`no wish ${id}`)
  return found
}

export const listed = async (city: WishTown, over: Partial<Words> = {}) => {
  const { phone, wish } = await wished(city, over)
  const { id } = wish
  const proposed = await city.grassroots.wish.act({
    requestId: newRequest(),
    id,
    version: wish.version,
    action: 'propose',
    form: {},
  })
  const { version } = await city.district.wish.act({
    requestId: newRequest(),
    id,
    version: proposed.version,
    action: 'list',
    form: {},
  })
  return { phone, id, version }
}

let donors = 0
export const aDonor = ({ town }: WishTown): Phone => {
  donors += 1
  return town.phone(`oDonor-${donors}`)
}

export const lit = async (city: WishTown, over: Partial<Words> = {}) => {
  const { phone, id } = await listed(city, over)
  const donor = aDonor(city)
  const { promised } = await donor.wish.light({ requestId: newRequest(), wishId: id })
  return { phone, id, donor, version: promised.version }
}

export const introduced = (donor: Phone, over: { isNamed?: boolean } = {}) =>
  donor.wish.introduce({
    requestId: newRequest(),
    name: '热心的老陈',
    phone: { source: 'typed', phone: '13812340000' },
    isNamed: false,
    ...over,
  })

/** A picture with something in it to strip. */
export const aPicture = (): Buffer => {
  const png = new PNG({ width: 8, height: 8 })
  png.data.fill(180)
  return PNG.sync.write(png)
}

export const photo = ({ town }: WishTown, { openid }: Phone): Promise<string> =>
  town.upload(openid, `inbox/${newRequest()}.png`, aPicture())

export const later = ({ town }: WishTown, ms: number): void => town.cloud.setNow(new Date(START.getTime() + ms))

export const MINUTE = 60_000
export const HOUR = 60 * MINUTE
export const DAY = 24 * HOUR

/** The timer goes off, as it does every minute. */
export const tick = ({ town }: WishTown) => town.cloud.tick()
