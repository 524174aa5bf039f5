/** Who publishes a drive and over what, and what of it can still be changed. */
import * as v from 'valibot'
import { onOf } from '../../domain/kernel/time'
import { DriveDetails } from '../../domain/wish'
import { CITY, DISTRICT, newRequest, type Phone, START, STREET } from '../builders/town'
import { aDonor, DAY, type Details, details, startWishTown, type WishTown, wished } from '../builders/wishes'

let city: WishTown
beforeAll(async () => {
  city = await startWishTown()
})
afterAll(() => city.town.stop())

const once = () => ({ requestId: newRequest() })

describe('a drive', () => {
  test('is published by a union of a district or the city, over its own place alone', async () => {
    const publish = (phone: Phone, level: 'city' | 'district' | 'street', id: string) =>
      phone.wish.publishDrive({ ...once(), scope: { level, id }, details: details(city.stationId) })
    await expect(publish(city.grassroots, 'street', STREET)).rejects.toMatchObject({ code: 'FORBIDDEN' })
    await expect(publish(city.grassroots, 'district', DISTRICT)).rejects.toMatchObject({ code: 'FORBIDDEN' })
    await expect(publish(city.district, 'city', CITY)).rejects.toMatchObject({ code: 'FORBIDDEN' })
    await expect(publish(city.district, 'district', '310115')).rejects.toMatchObject({ code: 'FORBIDDEN' })
    await expect(publish(city.keeper, 'district', DISTRICT)).rejects.toMatchObject({ code: 'FORBIDDEN' })
    expect((await publish(city.city, 'city', CITY)).drive.isOpen).toBe(true)
  })

  test('that is open stands before one to come, and that before one that is over', async () => {
    const start = START.getTime()
    const on = (days: number) => onOf(new Date(start + days * DAY))
    const publish = async (opens: number, ends: number) => {
      const when = { opensOn: on(opens), endsOn: on(ends) }
      const scope = { level: 'district', id: DISTRICT } as const
      return (await city.district.wish.publishDrive({ ...once(), scope, details: details(city.stationId, when) })).drive
    }
    const [later, sooner, open, over] = [
      await publish(5, 9),
      await publish(3, 8),
      await publish(0, 1),
      await publish(0, 2),
    ]
    const stop = { ...once(), id: over.id, version: over.version, action: 'stop', form: { reason: '先停' } } as const
    await city.district.wish.actDrive(stop)
    const { drives } = await aDonor(city).wish.drives({})
    const known = [open.id, city.driveId, sooner.id, later.id, over.id]
    expect(drives.map(({ id }) => id).filter((id) => known.includes(id))).toEqual(known)
  })

  test('has its stations inside its own place', async () => {
    const far = await city.town.site(city.admin, '310115004', '潍坊接力站')
    const asked = { ...once(), scope: { level: 'district', id: DISTRICT } as const, details: details(far.id) }
    await expect(city.district.wish.publishDrive(asked)).rejects.toMatchObject({ code: 'INPUT_INVALID' })
  })

  test('published twice by one request is one, and changes below what was given out are refused', async () => {
    const asked = { ...once(), scope: { level: 'district', id: DISTRICT } as const, details: details(city.stationId) }
    const both = await Promise.all([city.district.wish.publishDrive(asked), city.district.wish.publishDrive(asked)])
    expect(new Set(both.map(({ drive }) => drive.id)).size).toBe(1)
    await wished(city)
    await wished(city)
    const change = (over: Partial<Details>) =>
      city.district.wish.actDrive({
        ...once(),
        id: city.driveId,
        version: 0,
        action: 'change',
        form: v.parse(DriveDetails, details(city.stationId, over)),
      })
    await expect(change({ quota: 1 })).rejects.toMatchObject({ code: 'INPUT_INVALID' })
    expect((await change({ quota: 2, budgetFen: 0 })).drive.version).toBe(1)
    const stop = { ...once(), id: city.driveId, version: 1, action: 'stop', form: { reason: '先停' } } as const
    await expect(city.grassroots.wish.actDrive(stop)).rejects.toMatchObject({ code: 'FORBIDDEN' })
    expect((await city.city.wish.actDrive(stop)).drive).toMatchObject({ state: 'ended', isOpen: false })
  })
})
