/** What happens to a wish by itself: who is told when, whose lamp goes out, what stays open how long. */
import { delivering, received, thanked, titles } from '../builders/gifts'
import { newRequest, type Phone, START } from '../builders/town'
import {
  aDonor,
  DAY,
  HOUR,
  later,
  listed,
  lit,
  MINUTE,
  standing,
  startWishTown,
  tick,
  type WishTown,
  wished,
} from '../builders/wishes'

let city: WishTown
beforeAll(async () => {
  city = await startWishTown({}, { endsOn: '2021-06-30', wishesEach: 1 })
})
afterAll(() => city.town.stop())

/** Time only goes on, as the timer does. */
let passed = 0
const pass = async (ms: number) => {
  passed += ms
  later(city, passed)
  await tick(city)
}
/** A Monday outside the festival: what ends on a day of rest ends on the next working day. */
const passTo = (at: string) => pass(new Date(at).getTime() - START.getTime() - passed)
const inMs = (at: string | undefined): number => new Date(at ?? '').getTime() - START.getTime() - passed
const once = () => ({ requestId: newRequest() })
const act = (phone: Phone, id: string, version: number, action: 'undo' | 'giveUp') =>
  phone.wish.act({ ...once(), id, version, action, form: {} })

describe('whoever wished is told that their lamp is lit', () => {
  test('only once it can no longer be undone', async () => {
    const { phone } = await lit(city)
    await pass(9 * MINUTE)
    expect(await titles(phone)).not.toContain('有人点亮了您的心愿')
    await pass(3 * MINUTE)
    expect((await titles(phone)).filter((title) => title === '有人点亮了您的心愿')).toHaveLength(1)
    await pass(5 * MINUTE)
    expect((await titles(phone)).filter((title) => title === '有人点亮了您的心愿')).toHaveLength(1)
  })

  test('never of one that was undone, and after ten minutes none is', async () => {
    const { phone, id, donor, version } = await lit(city)
    expect(await act(donor, id, version, 'undo')).toMatchObject({ state: 'listed' })
    await pass(15 * MINUTE)
    expect(await titles(phone)).not.toContain('有人点亮了您的心愿')
    const other = await lit(city)
    await pass(10 * MINUTE)
    await expect(act(other.donor, other.id, other.version, 'undo')).rejects.toMatchObject({
      code: 'ACTION_NOT_ALLOWED',
    })
    expect((await other.donor.wish.promised({})).promised[0]?.can).toEqual(['giveUp'])
  })
})

test('nobody is told of the lamp they let go themselves, whoever else waits is', async () => {
  const { id, donor, version } = await lit(city)
  await donor.wish.awaitLamp({ ...once(), driveId: city.driveId })
  await pass(MINUTE)
  const other = aDonor(city)
  await other.wish.awaitLamp({ ...once(), driveId: city.driveId })
  await act(donor, id, version, 'giveUp')
  expect(await titles(donor)).not.toContain('有一盏灯等您')
  expect(await titles(other)).toEqual(['有一盏灯等您'])
})

test('a donor is reminded a day before, and after three days the lamp is dark, free, and the next in line is told', async () => {
  /** The lamps of before are out. */
  await pass(4 * DAY)
  const { phone, id, donor } = await lit(city)
  const [first, second] = [aDonor(city), aDonor(city)]
  for (const waiting of [first, second]) {
    await waiting.wish.awaitLamp({ ...once(), driveId: city.driveId })
    await pass(MINUTE)
  }
  await pass(47 * HOUR)
  expect(await titles(donor)).not.toContain('还有一天')
  await pass(HOUR)
  expect((await titles(donor)).filter((title) => title === '还有一天')).toHaveLength(1)
  await pass(HOUR)
  expect((await titles(donor)).filter((title) => title === '还有一天')).toHaveLength(1)
  await pass(24 * HOUR)
  expect(await titles(donor)).toContain('灯灭了')
  expect(await donor.wish.promised({})).toMatchObject({ donor: { used: 0 }, promised: [] })
  expect(await standing(phone, id)).toMatchObject({ state: 'listed' })
  expect(await titles(first)).toEqual(['有一盏灯等您'])
  expect(await titles(second)).toEqual([])
  expect((await second.wish.light({ ...once(), wishId: id })).promised).toMatchObject({ state: 'lit' })
})

test('a lamp whose time is over is out for whoever looks first, though the timer stands still', async () => {
  const { phone, id, donor } = await lit(city)
  passed += 73 * HOUR
  later(city, passed)
  expect(await standing(phone, id)).toMatchObject({ state: 'listed' })
  expect((await donor.wish.promised({})).promised).toEqual([])
})

test('a wish nobody looks at is late after two working days, once, and the union hears of it', async () => {
  const { phone, wish } = await wished(city)
  await pass(inMs(wish.next.dueAt) - MINUTE)
  const before = (await titles(city.district)).filter((title) => title === '有心愿晚了').length
  expect((await standing(phone, wish.id)).next.isLate).toBe(false)
  await pass(2 * MINUTE)
  await pass(DAY)
  expect((await standing(phone, wish.id)).next.isLate).toBe(true)
  expect((await titles(city.district)).filter((title) => title === '有心愿晚了').length).toBe(before + 1)
})

describe('that it is not what was promised', () => {
  const dispute = (phone: Phone, id: string, version: number) =>
    phone.wish.act({ ...once(), id, version, action: 'dispute', form: { reason: '拉链是坏的' } })

  test('can be said for seven days, and the union answers; not by whoever handed it out', async () => {
    const { phone, id, version } = await received(city)
    await pass(6 * DAY)
    const said = await dispute(phone, id, version)
    expect(said.state).toBe('disputed')
    expect(await titles(city.district)).toContain('有人说东西不对')
    const answer = { ...once(), id, version: said.version, action: 'makeGood', form: { reason: '补一个新的' } } as const
    await expect(city.keeper.wish.act(answer)).rejects.toMatchObject({ code: 'FORBIDDEN' })
    expect(await city.grassroots.wish.act(answer)).toMatchObject({ state: 'backed' })
    expect(await titles(phone)).toContain('工会回您了')
  })

  test('not on the eighth day, and thanks make it no longer', async () => {
    await passTo('2021-03-01T02:00:00.000Z')
    const { phone, id, version } = await received(city)
    await pass(6 * DAY)
    const thanks = await phone.wish.thank({ ...once(), id, version, words: '谢谢您' })
    expect(thanks.can).toContain('dispute')
    await pass(2 * DAY)
    await expect(dispute(phone, id, thanks.version)).rejects.toMatchObject({ code: 'ACTION_NOT_ALLOWED' })
    expect((await standing(phone, id)).can).toEqual([])
  })

  test('not by somebody whose wish it is not', async () => {
    const { id, donor, version } = await thanked(city, '谢谢好心人')
    const other = await wished(city)
    await expect(dispute(donor, id, version)).rejects.toMatchObject({ code: 'FORBIDDEN' })
    await expect(dispute(other.phone, id, version)).rejects.toMatchObject({ code: 'NOT_FOUND' })
  })
})

test('a gift nobody comes for is told of, kept a week for a second call, and then no longer', async () => {
  await passTo('2021-03-15T02:00:00.000Z')
  const { phone, id } = await delivering(city)
  await pass(inMs((await standing(phone, id)).next.dueAt) + MINUTE)
  expect(await standing(phone, id)).toMatchObject({ state: 'undeliverable' })
  expect(await titles(phone)).toContain('东西没拿走')
  const { row } = await city.district.wish.get({ id })
  const again = { ...once(), id, version: row.version, action: 'redeliver', form: {} } as const
  const out = await city.keeper.wish.act(again)
  expect(out.state).toBe('delivering')
  const missed = await city.keeper.wish.act({ ...once(), id, version: out.version, action: 'miss', form: {} })
  await passTo('2021-04-01T02:00:00.000Z')
  await expect(
    city.keeper.wish.act({ ...once(), id, version: missed.version, action: 'redeliver', form: {} }),
  ).rejects.toMatchObject({ code: 'ACTION_NOT_ALLOWED' })
})

test('a wish on the wall waits as long as the drive does', async () => {
  const { phone, id } = await listed(city)
  await pass(10 * DAY)
  expect(await standing(phone, id)).toMatchObject({ state: 'listed', next: { isLate: false } })
})
