/** Who may make a wish, and who is told why not; what is kept of one that was not made. */
import * as v from 'valibot'
import { titles } from '../builders/gifts'
import { DISTRICT, FAR_STREET, newRequest, type Phone } from '../builders/town'
import {
  type Details,
  details,
  later,
  MINUTE,
  standing,
  startWishTown,
  tick,
  type WishTown,
  wished,
  words,
} from '../builders/wishes'
import { aDraft, anAssisted, registered, stay } from '../builders/workers'

let city: WishTown
beforeAll(async () => {
  city = await startWishTown()
})
afterAll(() => city.town.stop())

const once = () => ({ requestId: newRequest() })
const make = (phone: Phone, driveId = city.driveId, over: object = {}) =>
  phone.wish.make({ ...once(), driveId, words: { ...words, ...over } })
let people = 0
const newPhone = () => {
  people += 1
  return `oMaker-${people}`
}
const aWorker = async (over: object = {}) => {
  const phone = city.town.phone(newPhone())
  const { card } = await phone.worker.register(await aDraft(phone, city.scene, { stay: { ...stay, ...over } }))
  return { phone, card }
}
const aDrive = async (over: Partial<Details>): Promise<string> => {
  const scope = { level: 'district', id: DISTRICT } as const
  const { drive } = await city.district.wish.publishDrive({ ...once(), scope, details: details(city.stationId, over) })
  return drive.id
}
const Fields = v.object({ code: v.string(), detail: v.object({ fields: v.record(v.string(), v.string()) }) })
const fieldsOf = (refused: Promise<unknown>): Promise<Record<string, string>> =>
  refused.then(
    () => ({}),
    (error: unknown) => v.parse(Fields, error).detail.fields,
  )

describe('no wish is made', () => {
  test('by somebody who did not register, and they read what to do', async () => {
    const phone = city.town.phone(newPhone())
    await expect(make(phone)).rejects.toMatchObject({ code: 'NOT_ELIGIBLE' })
    expect(await phone.wish.mayWish({ driveId: city.driveId })).toMatchObject({
      verdict: 'no',
      left: 0,
      rules: [{ verdict: 'no', from: expect.stringContaining('登记') }],
    })
  })

  test('by somebody of another district', async () => {
    const far = await city.town.site(city.admin, FAR_STREET, '潍坊路工地')
    const { phone } = await registered(city.town, newPhone(), far.scene)
    await expect(make(phone)).rejects.toMatchObject({ code: 'NOT_ELIGIBLE' })
  })

  test('by somebody a rule says no to; one who does not know yet may', async () => {
    const leaving = await aWorker({ stay: 'leaving' })
    await expect(make(leaving.phone)).rejects.toMatchObject({ code: 'NOT_ELIGIBLE' })
    const { rules } = await leaving.phone.wish.mayWish({ driveId: city.driveId })
    expect(rules.map(({ verdict }) => verdict)).toContain('no')
    const undecided = await aWorker({ stay: 'undecided' })
    expect(await undecided.phone.wish.mayWish({ driveId: city.driveId })).toMatchObject({ verdict: 'unknown', left: 1 })
    expect((await make(undecided.phone)).wish.state).toBe('submitted')
  })

  test('in a drive that is not there, not open yet, or over', async () => {
    const { phone } = await aWorker()
    await expect(make(phone, 'no-such-drive')).rejects.toMatchObject({ code: 'NOT_FOUND' })
    const soon = await aDrive({ opensOn: '2021-02-05' })
    await expect(make(phone, soon)).rejects.toMatchObject({ code: 'DRIVE_NOT_OPEN' })
    const ended = await aDrive({})
    const form = { reason: '先停一停' }
    await city.district.wish.actDrive({ ...once(), id: ended, version: 0, action: 'stop', form })
    await expect(make(phone, ended)).rejects.toMatchObject({ code: 'DRIVE_NOT_OPEN' })
  })

  test('with words that would tell who it is, and the sentence says which and why', async () => {
    const { phone } = await aWorker()
    const said: readonly (readonly [string, RegExp])[] = [
      ['打我电话 13812345678', /13812345678.*电话/],
      ['一三八一二三四五六七八，急', /电话/],
      ['我叫王秀兰，想要件棉衣', /名字/],
      ['住长寿路 999 弄 3 号', /地址/],
      ['加微信 wang_xiulan88', /微信号/],
    ]
    for (const [story, why] of said) {
      const fields = await fieldsOf(make(phone, city.driveId, { story }))
      expect([story, fields['words.story']]).toEqual([story, expect.stringMatching(why)])
    }
    expect(await phone.wish.mine({})).toEqual({ wishes: [] })
  })

  test('with words WeChat refuses, nor for a thing the drive does not offer', async () => {
    const { phone } = await aWorker()
    await expect(make(phone, city.driveId, { story: '这里代开发票' })).rejects.toMatchObject({ code: 'TEXT_REFUSED' })
    await expect(make(phone, city.driveId, { kind: 'shoes', detail: '38' })).rejects.toMatchObject({
      code: 'INPUT_INVALID',
    })
    await expect(make(phone, city.driveId, { detail: '研究生' })).rejects.toMatchObject({ code: 'INPUT_INVALID' })
    expect(await phone.wish.mine({})).toEqual({ wishes: [] })
    expect((await make(phone)).wish.state).toBe('submitted')
  })
})

describe('a wish', () => {
  test('sent twice, at once or later, is one', async () => {
    const { phone } = await aWorker()
    const deed = { ...once(), driveId: city.driveId, words }
    const both = await Promise.all([phone.wish.make(deed), phone.wish.make(deed)])
    const again = await phone.wish.make(deed)
    expect(new Set([...both, again].map(({ wish }) => wish.id)).size).toBe(1)
    expect((await phone.wish.mine({})).wishes).toHaveLength(1)
  })

  test('of one person is one in this drive, whichever phone they use next', async () => {
    const { phone } = await aWorker()
    await make(phone)
    await expect(make(phone)).rejects.toMatchObject({ code: 'WISHES_USED_UP' })
    expect(await phone.wish.mayWish({ driveId: city.driveId })).toMatchObject({ left: 0 })
  })

  test('kept as a draft is seen by no union, and goes to it when it is handed in', async () => {
    const { phone } = await aWorker()
    const { wish } = await phone.wish.make({ ...once(), driveId: city.driveId, words, isDraft: true })
    expect(wish).toMatchObject({ state: 'draft', can: expect.arrayContaining(['edit', 'submit', 'withdraw']) })
    const act = { id: wish.id, version: wish.version, action: 'propose', form: {} } as const
    await expect(city.grassroots.wish.act({ ...once(), ...act })).rejects.toMatchObject({
      code: expect.stringMatching(/NOT_FOUND|ACTION_NOT_ALLOWED/),
    })
    const handedIn = await phone.wish.act({ ...once(), id: wish.id, version: 0, action: 'submit', form: {} })
    expect(handedIn.state).toBe('submitted')
    expect(await standing(phone, wish.id)).toMatchObject({ isTextChecked: true })
  })

  test('changed to something dearer may cost what that may cost', async () => {
    const { phone, wish } = await wished(city)
    const form = { kind: 'coat', detail: '男 175', story: '夜里冷，想要件厚的' } as const
    const edited = await phone.wish.act({ ...once(), id: wish.id, version: wish.version, action: 'edit', form })
    await phone.wish.act({ ...once(), id: wish.id, version: edited.version, action: 'submit', form: {} })
    const { row } = await city.district.wish.get({ id: wish.id })
    expect(row).toMatchObject({ kind: 'coat', valueCapFen: 30_000 })
    const shoes = { kind: 'shoes', detail: '38', story: '想要双棉鞋' } as const
    await expect(
      phone.wish.act({ ...once(), id: wish.id, version: row.version, action: 'edit', form: shoes }),
    ).rejects.toMatchObject({ code: 'INPUT_INVALID' })
  })
})

test('a drive that has only some sizes takes a wish for those, says so of the others, and tells its worker which there are', async () => {
  const sizes = ['一年级', '二年级']
  const driveId = await aDrive({ kinds: [{ kind: 'schoolBag', valueCapFen: 15_000, sizes }] })
  const { phone } = await aWorker()
  const fields = await fieldsOf(make(phone, driveId))
  expect(fields).toEqual({ 'words.detail': '这一场没有这个尺码，换一个' })
  const { wish } = await make(phone, driveId, { detail: '二年级' })
  expect(wish).toMatchObject({ detail: '二年级', sizes })
  const form = { ...words, detail: '六年级' }
  const edit = { ...once(), id: wish.id, version: wish.version, action: 'edit', form } as const
  expect(await fieldsOf(phone.wish.act(edit))).toHaveProperty(['words.detail'])
  for (const wrong of [[], ['研究生'], ['一年级', '一年级'], ['38']])
    await expect(aDrive({ kinds: [{ kind: 'schoolBag', valueCapFen: 15_000, sizes: wrong }] })).rejects.toMatchObject({
      code: 'INPUT_INVALID',
    })
})

test('a full drive takes no more, until somebody withdraws', async () => {
  const driveId = await aDrive({ quota: 1 })
  const [first, second] = [await aWorker(), await aWorker()]
  const { wish } = await make(first.phone, driveId)
  await expect(make(second.phone, driveId)).rejects.toMatchObject({ code: 'DRIVE_FULL' })
  await first.phone.wish.act({ ...once(), id: wish.id, version: wish.version, action: 'withdraw', form: {} })
  later(city, 6 * MINUTE)
  await tick(city)
  expect((await make(second.phone, driveId)).wish.state).toBe('submitted')
  await expect(make(first.phone, driveId)).rejects.toMatchObject({ code: 'DRIVE_FULL' })
})

describe('a wish written down by a visitor', () => {
  test('is for somebody of their own scope only', async () => {
    const { card } = await aWorker()
    const far = await city.town.appoint(
      city.admin,
      'streetOfficer',
      { level: 'street', id: FAR_STREET },
      'oFarVisitor',
      '远处人',
    )
    const asked = { ...once(), driveId: city.driveId, workerId: card.id, words }
    await expect(far.wish.makeFor(asked)).rejects.toMatchObject({ code: 'NOT_FOUND' })
    await expect(city.keeper.wish.makeFor(asked)).rejects.toMatchObject({ code: 'FORBIDDEN' })
    const may = { driveId: city.driveId, workerId: card.id }
    await expect(far.wish.mayWish(may)).rejects.toMatchObject({ code: 'NOT_FOUND' })
    await expect(city.keeper.wish.mayWish(may)).rejects.toMatchObject({ code: 'NOT_FOUND' })
    expect(await city.district.wish.mayWish(may)).toMatchObject({ verdict: 'yes', left: 1 })
  })

  test('is not for somebody who has not confirmed with a phone of their own', async () => {
    const asked = { ...once(), siteId: city.siteId, person: anAssisted(), saidYes: true } as const
    const { workerId } = await city.grassroots.worker.registerFor(asked)
    const it = { driveId: city.driveId, workerId }
    expect(await city.grassroots.wish.mayWish(it)).toMatchObject({ verdict: 'no', left: 0 })
    const refused = city.grassroots.wish.makeFor({ ...once(), ...it, words })
    await expect(refused).rejects.toMatchObject({ code: 'NOT_ELIGIBLE' })
  })

  test('goes nowhere before the worker says yes; the visitor neither lights nor lists it', async () => {
    const { phone, card } = await aWorker()
    const made = await city.district.wish.makeFor({ ...once(), driveId: city.driveId, workerId: card.id, words })
    const { id } = made
    expect(await titles(phone)).toContain('有人帮您写了心愿')
    expect(await standing(phone, id)).toMatchObject({ state: 'draft', isWrittenByOther: true, isTextChecked: false })
    await expect(
      city.district.wish.act({ ...once(), id, version: made.version, action: 'submit', form: {} }),
    ).rejects.toMatchObject({ code: 'FORBIDDEN' })
    const yes = await phone.wish.act({ ...once(), id, version: made.version, action: 'submit', form: {} })
    const proposed = await city.grassroots.wish.act({
      ...once(),
      id,
      version: yes.version,
      action: 'propose',
      form: {},
    })
    const list = { id, version: proposed.version, action: 'list', form: {} } as const
    await expect(city.district.wish.act({ ...once(), ...list })).rejects.toMatchObject({ code: 'FORBIDDEN' })
    expect((await city.city.wish.act({ ...once(), ...list })).state).toBe('listed')
    await expect(city.district.wish.light({ ...once(), wishId: id })).rejects.toMatchObject({ code: 'OWN_WISH' })
    await expect(phone.wish.light({ ...once(), wishId: id })).rejects.toMatchObject({ code: 'OWN_WISH' })
  })
})
