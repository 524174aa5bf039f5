/** A wish from the worker's hand to the gift in it: four people, none of whom learns of another what is not theirs. */

import { newRequest } from '../builders/town'
import {
  aDonor,
  introduced,
  listed,
  photo,
  standing,
  startWishTown,
  type WishTown,
  wished,
  words,
} from '../builders/wishes'

let city: WishTown

beforeAll(async () => {
  city = await startWishTown()
})
afterAll(() => city.town.stop())

test('a wish goes from draft wall to hands, each step by whom it belongs to', async () => {
  const { phone, wish } = await wished(city)
  expect(wish).toMatchObject({
    state: 'submitted',
    isTextChecked: true,
    next: { text: expect.stringContaining('工会') },
  })
  const { id } = wish
  const once = (version: number) => ({ requestId: newRequest(), id, version })
  const proposed = await city.grassroots.wish.act({ ...once(wish.version), action: 'propose', form: {} })
  await expect(city.grassroots.wish.act({ ...once(proposed.version), action: 'list', form: {} })).rejects.toMatchObject(
    { code: 'FORBIDDEN' },
  )
  await city.district.wish.act({ ...once(proposed.version), action: 'list', form: {} })

  const donor = aDonor(city)
  const wall = await donor.wish.wall({ driveId: city.driveId })
  expect(wall.lamps).toEqual([
    { id, kind: 'schoolBag', detail: '三年级', districtId: '310106', isLit: false, isMine: false },
  ])
  const { promised } = await donor.wish.light({ requestId: newRequest(), wishId: id })
  expect(promised).toMatchObject({ state: 'lit', story: words.story, can: expect.arrayContaining(['undo', 'giveUp']) })
  expect(promised.slip).toBeUndefined()
  await introduced(donor)
  const slip = (await donor.wish.promised({})).promised[0]?.slip ?? ''
  const seen = await city.keeper.wish.slip({ code: slip })
  expect(seen).toMatchObject({ id, isHere: true, donorName: '热心的老陈', can: expect.arrayContaining(['takeIn']) })
  const taken = await city.keeper.wish.act({
    ...once(seen.version),
    action: 'takeIn',
    form: { photo: await photo(city, city.keeper) },
  })
  const ready = await city.keeper.wish.act({ ...once(taken.version), action: 'dispatch', form: {} })
  const own = await standing(phone, id)
  expect(own.receiptCode).toMatch(/^\d{4} \d{4}$/)
  await city.keeper.wish.act({ ...once(ready.version), action: 'handOut', form: { code: own.receiptCode ?? '' } })
  const received = await standing(phone, id)
  expect(received.state).toBe('received')
  await phone.wish.thank({
    requestId: newRequest(),
    id,
    version: received.version,
    words: '书包很结实，孩子很喜欢，谢谢您。',
  })
  const { promised: mine, donor: me } = await donor.wish.promised({})
  expect(mine[0]).toMatchObject({ state: 'thanked', thanks: [{ words: '书包很结实，孩子很喜欢，谢谢您。' }] })
  expect(me).toMatchObject({ used: 0, limit: 3 })
})

test('two lamps are dark, one is lit, and the count says so', async () => {
  const first = await listed(city)
  await listed(city)
  await aDonor(city).wish.light({ requestId: newRequest(), wishId: first.id })
  const { counts } = await aDonor(city).wish.wall({ driveId: city.driveId })
  expect(counts.lit + counts.dark).toBeGreaterThan(0)
})
