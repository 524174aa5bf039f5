/** What somebody may always do with what is theirs: take it along, have it forgotten; as a wisher and as a donor. */
import { thanked, titles } from '../builders/gifts'
import { storedIn } from '../builders/stored'
import { newRequest, type Phone } from '../builders/town'
import {
  aDonor,
  later,
  listed,
  lit,
  MINUTE,
  standing,
  startWishTown,
  tick,
  type WishTown,
  wished,
  words,
} from '../builders/wishes'
import { phoneCode, registered } from '../builders/workers'

let city: WishTown
let db: Awaited<ReturnType<typeof storedIn>>
const MOBILE = '13912340009'

beforeAll(async () => {
  city = await startWishTown({ phones: { oFirstWeChat: MOBILE, oSecondWeChat: MOBILE } })
  db = await storedIn(city.town.cloud)
})
afterAll(() => city.town.stop())
afterEach(() => city.town.cloud.faults.off())

let minutes = 0
/** The clock comes by, when what was left undone is old enough to be taken for lost. */
const clockComes = async () => {
  minutes += 3
  later(city, minutes * MINUTE)
  await tick(city)
}

const once = () => ({ requestId: newRequest() })
const erase = async (phone: Phone) => {
  const { card } = await phone.worker.mine({})
  if (!card) throw new Error('no registration')
  return phone.worker.act({ ...once(), id: card.id, version: card.version, action: 'erase', form: {} })
}
const postingsOf = (id: string) => db.all('postings', { subjectId: id })

/** Nothing of the person stands in the wish, nor in what was said about it. */
const expectForgotten = async (id: string) => {
  const wish = await db.one('wishes', id)
  for (const field of ['ownerId', 'orgId', 'postingId', 'thanksIds']) expect(wish).not.toHaveProperty(field)
  expect(wish).toMatchObject({ isTextShown: false, siteId: '', streetId: '' })
  for (const { about, state, ...posting } of await postingsOf(id)) {
    /** The picture of the gift is the station's. */
    if (about === 'gift') continue
    expect(state).toBe('erased')
    for (const field of ['words', 'fileId', 'ownerId']) expect(posting).not.toHaveProperty(field)
  }
  expect(JSON.stringify(wish)).not.toContain('"sealed"')
}

describe('when somebody has their registration erased', () => {
  test('a wish on the wall is gone from it, and its words with it', async () => {
    const { phone, id } = await listed(city)
    const { lamp } = await aDonor(city).wish.lamp({ wishId: id })
    await erase(phone)
    await expectForgotten(id)
    expect(await db.one('wishes', id)).toMatchObject({ state: 'withdrawn', wall: 'off' })
    await expect(aDonor(city).wish.lamp({ wishId: id })).rejects.toMatchObject({ code: 'NOT_FOUND' })
    const report = {
      ...once(),
      id: lamp.postingId ?? '',
      version: 0,
      action: 'report',
      form: { reason: '看看' },
    } as const
    await expect(aDonor(city).posting.act(report)).rejects.toMatchObject({ code: 'NOT_FOUND' })
    expect(await phone.wish.mine({})).toEqual({ wishes: [] })
    expect(await phone.posting.mine({})).toEqual({ rows: [] })
  })

  test('whoever lit it is told, and may light another', async () => {
    const { phone, id, donor } = await lit(city)
    await erase(phone)
    await expectForgotten(id)
    expect(await titles(donor)).toContain('心愿撤回了')
    expect((await donor.wish.promised({})).donor).toMatchObject({ used: 0 })
  })

  test('a gift that arrived stays in the numbers, without them and without their thanks', async () => {
    const before = await city.district.wish.drive({ driveId: city.driveId })
    const { phone, id, donor } = await thanked(city, '很暖和，谢谢您')
    await erase(phone)
    await expectForgotten(id)
    expect(await db.one('wishes', id)).toMatchObject({ state: 'thanked' })
    expect((await donor.wish.promised({})).promised[0]).toMatchObject({ state: 'thanked', thanks: [] })
    const after = await city.district.wish.drive({ driveId: city.driveId })
    expect(JSON.stringify(after)).not.toBe(JSON.stringify(before))
    const { row } = await city.district.wish.get({ id })
    expect(row).toMatchObject({ maskedName: '删了登记', story: '' })
  })

  test('every chain of what happened stays whole', async () => {
    for (const collection of ['workers', 'wishes', 'postings', 'donors'])
      expect((await city.town.operator.verifyChains({ ...once(), collection })).broken).toEqual([])
  })

  test('a second gift of the same drive is not to be had under a new registration', async () => {
    const document = { kind: 'passport', number: 'E70605041' } as const
    const again = (openid: string) => registered(city.town, openid, city.scene, { document, bornOn: '1990-01-01' })
    const { phone } = await again('oTwiceOver')
    const { wish } = await phone.wish.make({ ...once(), driveId: city.driveId, words })
    await db.change('wishes', wish.id, { state: 'received' })
    await erase(phone)
    const other = await again('oTwiceOverAgain')
    await expect(other.phone.wish.make({ ...once(), driveId: city.driveId, words })).rejects.toMatchObject({
      code: 'WISHES_USED_UP',
    })
  })

  test('what a crash left undone the clock finishes, wherever it fell', async () => {
    for (const nth of [2, 3, 4, 6, 8]) {
      const { phone, id, donor } = await lit(city)
      city.town.cloud.faults.on({ at: 'database', kind: 'error', name: 'modifyDocument', by: 'worker', nth })
      const answer = await erase(phone).then(
        () => 'erased',
        () => 'broken',
      )
      city.town.cloud.faults.off()
      const { card } = await phone.worker.mine({})
      if (card) {
        expect([nth, answer]).toEqual([nth, 'broken'])
        await erase(phone)
      }
      await clockComes()
      await expectForgotten(id)
      expect((await donor.wish.promised({})).donor).toMatchObject({ used: 0 })
      expect(await db.all('workers', { erasing: { $exists: true } })).toEqual([])
    }
  })

  test('the same deed sent twice is one', async () => {
    const { phone, wish } = await wished(city)
    const { card } = await phone.worker.mine({})
    const deed = { ...once(), id: card?.id ?? '', version: card?.version ?? 0, action: 'erase', form: {} } as const
    const answers = await Promise.all([phone.worker.act(deed), phone.worker.act(deed)])
    expect(answers.map(({ state }) => state)).toEqual(['erased', 'erased'])
    await expectForgotten(wish.id)
    expect(await db.one('wishes', wish.id)).toMatchObject({ version: 1 })
  })
})

test('what somebody takes along shows their wishes, what they said, and what they lit', async () => {
  const { phone, id } = await thanked(city, '书包很好看')
  const other = await listed(city)
  await phone.wish.light({ ...once(), wishId: other.id })
  const { sections } = await phone.worker.exportMine(once())
  const of = (title: string) => JSON.stringify(sections.find((section) => section.title === title)?.rows)
  expect(of('我的心愿')).toContain(words.story)
  expect(of('我的心愿')).toContain('说过谢谢')
  expect(of('我公开说的话')).toContain('书包很好看')
  expect(of('我点亮的')).toContain('爱心书包，三年级用')
  expect(id).not.toBe(other.id)
})

test('a new WeChat account, vouched for by the same phone, brings the wishes along', async () => {
  const person = async (openid: string) =>
    ({ name: '陈大根', phone: { source: 'wechat', code: await phoneCode(city.town, openid) }, document }) as const
  const document = { kind: 'passport', number: 'E70605040' } as const
  const bornOn = '1990-01-01'
  const first = await registered(city.town, 'oFirstWeChat', city.scene, { ...(await person('oFirstWeChat')), bornOn })
  const { wish } = await first.phone.wish.make({ ...once(), driveId: city.driveId, words })
  const second = await registered(city.town, 'oSecondWeChat', city.scene, {
    ...(await person('oSecondWeChat')),
    bornOn,
  })
  expect(await standing(second.phone, wish.id)).toMatchObject({ state: 'submitted' })
  expect(await first.phone.wish.mine({})).toEqual({ wishes: [] })
  expect(await first.phone.posting.mine({})).toEqual({ rows: [] })
  await erase(second.phone)
  await expectForgotten(wish.id)
})
