/** What everybody can read and see: checked before, reported after, taken down with a reason, contested before somebody else. */
import { delivering, received, thanked, titles } from '../builders/gifts'
import { aPhoto, MAKER, WHERE } from '../builders/pictures'
import { storedIn } from '../builders/stored'
import { FAR_DISTRICT, newRequest, type Phone } from '../builders/town'
import { aDonor, listed, lit, standing, startWishTown, type WishTown } from '../builders/wishes'

let city: WishTown
let reviewer: Phone
let second: Phone
let far: Phone
let db: Awaited<ReturnType<typeof storedIn>>
beforeAll(async () => {
  city = await startWishTown()
  const review = (openid: string, id = '310106') =>
    city.town.appoint(city.admin, 'contentReviewer', { level: 'district', id }, openid, '审核员')
  reviewer = await review('oReviewer')
  second = await review('oSecondReviewer')
  far = await review('oFarReviewer', FAR_DISTRICT)
  db = await storedIn(city.town.cloud)
})
afterAll(() => city.town.stop())

const once = () => ({ requestId: newRequest() })
const reason = { reason: '这话不像真的' }
type Said = 'report' | 'takeDown' | 'appeal' | 'uphold' | 'refuse'
const say = (phone: Phone, id: string, version: number, action: Said) =>
  phone.posting.act({ ...once(), id, version, action, form: reason })
const quietly = (phone: Phone, id: string, version: number, action: 'restore' | 'keep' | 'approve') =>
  phone.posting.act({ ...once(), id, version, action, form: {} })
const versionOf = async (id: string): Promise<number> => Number((await db.one('postings', id))?.version)
const postingOf = async (wishId: string): Promise<string> =>
  (await aDonor(city).wish.lamp({ wishId })).lamp.postingId ?? ''

describe('a text on the wall', () => {
  test('that is reported is looked at by a reviewer of the place, and may be left as it is', async () => {
    const { id } = await listed(city)
    const posting = await postingOf(id)
    const reported = await say(aDonor(city), posting, 0, 'report')
    await say(aDonor(city), posting, 0, 'report')
    expect(reported.state).toBe('reported')
    const row = (await reviewer.posting.queue({})).rows.find((one) => one.id === posting)
    expect(row).toMatchObject({
      reports: 2,
      reasons: [reason.reason, reason.reason],
      can: expect.arrayContaining(['keep']),
    })
    expect((await far.posting.queue({})).rows).toEqual([])
    await expect(say(far, posting, row?.version ?? 0, 'takeDown')).rejects.toMatchObject({ code: 'FORBIDDEN' })
    expect(await quietly(reviewer, posting, row?.version ?? 0, 'keep')).toMatchObject({ state: 'shown' })
    expect((await aDonor(city).wish.lamp({ wishId: id })).lamp.story).toBeDefined()
  })

  test('that is taken down takes its dark lamp along, says why, and is looked at by somebody else if contested', async () => {
    const { phone, id } = await listed(city)
    const posting = await postingOf(id)
    const down = await say(reviewer, posting, await versionOf(posting), 'takeDown')
    expect(await standing(phone, id)).toMatchObject({ state: 'returned', because: reason.reason })
    await expect(aDonor(city).wish.lamp({ wishId: id })).rejects.toMatchObject({ code: 'NOT_FOUND' })
    expect(await titles(phone)).toEqual(expect.arrayContaining(['这句话拿下来了', '心愿要改一下']))
    const [mine] = (await phone.posting.mine({})).rows
    expect(mine).toMatchObject({ id: posting, because: reason.reason, can: ['appeal'] })
    await expect(say(aDonor(city), posting, down.version, 'appeal')).rejects.toMatchObject({ code: 'NOT_FOUND' })
    const contested = await say(phone, posting, down.version, 'appeal')
    await expect(quietly(reviewer, posting, contested.version, 'restore')).rejects.toMatchObject({ code: 'FORBIDDEN' })
    expect(await quietly(second, posting, contested.version, 'restore')).toMatchObject({ state: 'shown' })
    expect(await titles(phone)).toContain('放回去了')
  })

  test('that is taken down once the lamp is lit disappears, and the lamp burns on', async () => {
    const { phone, id, donor } = await lit(city)
    const posting = await postingOf(id)
    await say(aDonor(city), posting, 0, 'report')
    await say(reviewer, posting, await versionOf(posting), 'takeDown')
    const { lamp } = await aDonor(city).wish.lamp({ wishId: id })
    expect(lamp).toMatchObject({ isLit: true })
    expect(lamp).not.toHaveProperty('story')
    expect((await donor.wish.promised({})).promised[0]).not.toHaveProperty('story')
    expect(await standing(phone, id)).toMatchObject({ state: 'lit' })
  })

  test('is not reported by its own writer, nor twenty-one times a day by one person', async () => {
    const { phone, id } = await listed(city)
    const posting = await postingOf(id)
    await expect(say(phone, posting, 0, 'report')).rejects.toMatchObject({ code: 'FORBIDDEN' })
    const tireless = aDonor(city)
    for (let n = 0; n < 20; n += 1) await say(tireless, posting, 0, 'report')
    await expect(say(tireless, posting, 0, 'report')).rejects.toMatchObject({ code: 'TRIES_USED_UP' })
  })
})

test('thanks that are taken down are no longer read by the donor', async () => {
  const { id, donor } = await thanked(city, '孩子高兴得跳起来了')
  const thanks = async () => (await donor.wish.promised({})).promised.find((one) => one.id === id)?.thanks ?? []
  const [first] = await thanks()
  expect(first).toMatchObject({ words: '孩子高兴得跳起来了' })
  const posting = first?.postingId ?? ''
  await say(reviewer, posting, await versionOf(posting), 'takeDown')
  expect(await thanks()).toEqual([])
})

describe('a picture', () => {
  const withPicture = async (picture: Buffer) => {
    const { phone, id, donor, version } = await received(city)
    const fileId = await city.town.upload(phone.openid, `inbox/${newRequest()}.jpg`, picture)
    await phone.wish.thank({ ...once(), id, version, fileId })
    const seen = async () => (await donor.wish.promised({})).promised.find((one) => one.id === id)?.thanks ?? []
    const [posting] = (await db.all('postings', { subjectId: id })).filter(({ about }) => about === 'photo')
    return { phone, id, seen, posting }
  }

  test('keeps nothing of where it was taken, and its copy on the way is not what is kept', async () => {
    const { seen } = await withPicture(aPhoto('a girl with a school bag'))
    await city.town.cloud.pushed()
    const [photo] = await seen()
    const kept = Buffer.from(await (await fetch(photo?.photoUrl ?? '')).arrayBuffer()).toString('latin1')
    expect(kept).toContain('a girl with a school bag')
    expect(kept).toContain('JFIF')
    for (const word of [WHERE, MAKER, 'Exif']) expect(kept).not.toContain(word)
  })

  test('that is none is refused, whatever it is called', async () => {
    const { phone, id, version } = await received(city)
    const fileId = await city.town.upload(phone.openid, 'inbox/page.jpg', Buffer.from('<script>alert(1)</script>'))
    await expect(phone.wish.thank({ ...once(), id, version, fileId })).rejects.toMatchObject({
      code: 'FILE_UNREADABLE',
    })
    const sealed = { ...once(), id, version, fileId: 'cloud://local-1/sealed/gifts/somebody.png' }
    await expect(phone.wish.thank(sealed)).rejects.toMatchObject({ code: 'FILE_UNREADABLE' })
    expect(await standing(phone, id)).toMatchObject({ state: 'received' })
  })

  test('is shown only after WeChat said yes, and not at all after it said no', async () => {
    const bad = aPhoto('something indecent')
    const { posting, seen } = await withPicture(bad)
    await city.town.cloud.pushed()
    expect(await seen()).toHaveLength(1)
    const kept = Buffer.from(await (await fetch((await seen())[0]?.photoUrl ?? '')).arrayBuffer())
    await city.town.cloud.refuseMedia(kept)
    const again = await withPicture(bad)
    await city.town.cloud.pushed()
    expect(await again.seen()).toEqual([])
    const mine = (await again.phone.posting.mine({})).rows.find(({ about }) => about === 'photo')
    expect(mine).toMatchObject({ state: 'barred', can: ['appeal'] })
    expect(posting?._id).not.toBe(again.posting?._id)
  })

  describe('whose verdict is forged', () => {
    const verdict = (traceId: unknown, suggest = 'pass') => ({
      MsgType: 'event',
      Event: 'wxa_media_check',
      trace_id: traceId,
      errcode: 0,
      result: { suggest, label: 100 },
    })

    test('by a phone reaches nobody', async () => {
      const { posting } = await withPicture(aPhoto('forged by a phone'))
      await expect(
        city.town.cloud.call('push', { openid: 'oForger', event: verdict(posting?.traceId) }),
      ).rejects.toThrow('not open')
    })

    test('under a name nobody was given, or after the true one came, changes nothing', async () => {
      await city.town.cloud.refuseMedia(Buffer.alloc(0))
      const { posting, seen } = await withPicture(aPhoto('forged by name'))
      const push = (event: object) => city.town.cloud.call('push', { source: 'wx_push', event })
      expect(await push(verdict('00000000-00000000-00000000', 'risky'))).toBe('success')
      await city.town.cloud.pushed()
      expect(await seen()).toHaveLength(1)
      expect(await push(verdict(posting?.traceId, 'risky'))).toBe('success')
      expect(await seen()).toHaveLength(1)
    })
  })
})

describe('a code', () => {
  test('of a slip is no other station’s to take in, and a wrong one is nobody’s', async () => {
    const { id, donor } = await lit(city)
    await donor.wish.introduce({
      ...once(),
      name: '老陈',
      phone: { source: 'typed', phone: '13812340002' },
      isNamed: false,
    })
    const slip = (await donor.wish.promised({})).promised[0]?.slip ?? ''
    const station = await city.town.site(city.admin, '310106022', '彭浦接力站')
    const scope = { level: 'site', id: station.id } as const
    const other = await city.town.appoint(city.admin, 'stationKeeper', scope, 'oOtherKeeper', '彭浦站长')
    expect(await other.wish.slip({ code: slip })).toMatchObject({ isHere: false, can: [] })
    expect(await other.wish.slip({ code: slip })).not.toHaveProperty('donorPhone')
    const taking = { ...once(), id, version: 4, action: 'takeIn', form: { photo: 'cloud://x/inbox/a.png' } } as const
    await expect(other.wish.act(taking)).rejects.toMatchObject({ code: 'NOT_FOUND' })
    await expect(city.keeper.wish.slip({ code: '0000000000000000' })).rejects.toMatchObject({ code: 'SLIP_INVALID' })
    await expect(donor.wish.slip({ code: slip })).rejects.toMatchObject({ code: 'FORBIDDEN' })
  })

  test('cannot be guessed: after twenty wrong ones in a day even the right one is not heard', async () => {
    const { phone, id, version } = await delivering(city)
    const right = (await standing(phone, id)).receiptCode ?? ''
    const wrong = right.startsWith('0') ? '11111111' : '00000000'
    for (let n = 0; n < 20; n += 1)
      expect(await city.grassroots.wish.receipt({ id, code: wrong })).toEqual({ isRight: false })
    await expect(city.grassroots.wish.receipt({ id, code: wrong })).rejects.toMatchObject({ code: 'TRIES_USED_UP' })
    const out = { ...once(), id, version, action: 'handOut', form: { code: wrong } } as const
    await expect(city.grassroots.wish.act(out)).rejects.toMatchObject({ code: 'TRIES_USED_UP' })
    const handed = { ...once(), id, version, action: 'handOut', form: { code: right } } as const
    expect(await city.keeper.wish.act(handed)).toMatchObject({ state: 'received' })
    await expect(city.keeper.wish.act({ ...handed, ...once() })).rejects.toMatchObject({ code: 'ACTION_NOT_ALLOWED' })
    expect(await standing(phone, id)).not.toHaveProperty('receiptCode')
  })
})
