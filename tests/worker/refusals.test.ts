/** What registers nobody, and the sentence that says so. */
import { sceneOf } from '../../domain/kernel/scene'
import { newRequest, type Phone, startTown, type Town } from '../builders/town'
import { aDraft, type Draft, stay } from '../builders/workers'

let town: Town
let admin: Phone
let officer: Phone
let scene: string
let siteId: string

beforeAll(async () => {
  const started = await startTown()
  ;({ town, admin } = started)
  ;({ scene, id: siteId } = started.site)
  officer = await town.appoint(admin, 'siteOfficer', { level: 'site', id: siteId }, 'oSiteOfficer')
})
afterAll(() => town.stop())

const roster = async () => (await officer.worker.roster({ scope: { level: 'site', id: siteId } })).rows
const refusedFor = async (draft: Draft, openid = 'oRefused') =>
  expect(town.phone(openid).worker.register(draft)).rejects

describe('a code', () => {
  const damaged = () => `${scene.slice(0, 4)}${scene[4] === '7' ? '8' : '7'}${scene.slice(5)}`

  test.each([
    ['that was damaged', damaged, 'CODE_DAMAGED'],
    ['of somebody else', () => 'https://example.com/pay', 'CODE_FOREIGN'],
    ['of another purpose', () => 'm=0123456789', 'CODE_FOREIGN'],
    ['right in form, that no site has', () => sceneOf({ code: '0000000000', version: 0 }), 'CODE_FOREIGN'],
  ])('%s registers nobody', async (_name, given, code) => {
    const phone = town.phone('oWrongCode')
    const expected = expect.objectContaining({ code })
    await expect(phone.site.scan({ scene: given() })).rejects.toEqual(expected)
    await expect(phone.worker.register(await aDraft(phone, given()))).rejects.toEqual(expected)
    expect(await phone.worker.mine({})).toEqual({ isConsentCurrent: true })
  })

  test('that is too long to be ours is refused by name', async () => {
    const draft = await aDraft(town.phone('oWrongCode'), 'x'.repeat(33))
    await (await refusedFor(draft)).toMatchObject({ code: 'INPUT_INVALID', detail: { fields: { scene: '码不对' } } })
  })

  test('stops working when it is revoked, and works again as the new one that replaces it', async () => {
    const site = await town.site(admin, undefined, '要换码的工地')
    const reason = { reason: '海报丢了' }
    const act = (action: 'revoke' | 'reissue', version: number) =>
      admin.site.act({ requestId: newRequest(), id: site.id, version, action, form: reason })
    await act('revoke', 0)
    const phone = town.phone('oOldPoster')
    const draft = await aDraft(phone, site.scene)
    await expect(phone.worker.register(draft)).rejects.toMatchObject({ code: 'CODE_REVOKED' })
    const { site: renewed } = await act('reissue', 1)
    await expect(phone.worker.register(draft)).rejects.toMatchObject({ code: 'CODE_REVOKED' })
    const { card } = await phone.worker.register({ ...draft, scene: renewed.scene })
    expect(card.site.name).toBe('要换码的工地')
  })
})

describe('without agreement', () => {
  test('to the text as it stands nothing is registered', async () => {
    const phone = town.phone('oRefused')
    const draft = await aDraft(phone, scene)
    const older = { ...draft.consent, hash: '0'.repeat(64) }
    await (await refusedFor({ ...draft, consent: older })).toMatchObject({ code: 'CONSENT_OUTDATED' })
  })

  test.each([
    ['agreesToBasic', '要您先同意，才能登记'],
    ['agreesToSensitive', '证件号要您单独同意'],
  ])('(%s) nothing is registered', async (part, words) => {
    const draft = await aDraft(town.phone('oRefused'), scene)
    const consent = JSON.parse(JSON.stringify({ ...draft.consent, [part]: false }))
    await (await refusedFor({ ...draft, consent })).toMatchObject({
      code: 'INPUT_INVALID',
      detail: { fields: { [`consent.${part}`]: words } },
    })
  })
})

describe('a field that cannot be right', () => {
  const passport = { kind: 'passport', number: 'E12345678' }
  test.each<[object, object, string, string]>([
    [{ name: '' }, {}, 'person.name', '名字还没填'],
    [{ name: '王2' }, {}, 'person.name', '名字里有数字“2”，照证件上的写'],
    [{ name: '王'.repeat(31) }, {}, 'person.name', '名字最多 30 个字，您输了 31 个'],
    [{ name: 7 }, {}, 'person.name', '姓名还没写'],
    [{ phone: { source: 'typed', phone: '1380000' } }, {}, 'person.phone.phone', '手机号是 11 位，您输了 7 位'],
    [{ phone: { source: 'typed', phone: '12800000000' } }, {}, 'person.phone.phone', '手机号的开头是 13 到 19'],
    [{ document: { kind: 'residentId', number: '' } }, {}, 'person.document.number', '证件号还没写'],
    [
      { document: { kind: 'residentId', number: '31010119900307001' } },
      {},
      'person.document.number',
      '身份证号差一位，您输了 17 位',
    ],
    [
      { document: { kind: 'residentId', number: '440308199901101513' } },
      {},
      'person.document.number',
      '最后一位对不上，再看一眼',
    ],
    [{ document: { kind: 'driving', number: '1' } }, {}, 'person.document.kind', '证件要选一个'],
    [{ document: passport }, {}, 'person.bornOn', '护照上没有生日，要选一下'],
    [{ document: passport, bornOn: '2021-02-02' }, {}, 'person.bornOn', '生日不对，再看一眼'],
    [{ document: passport, bornOn: '1990-02-30' }, {}, 'person.bornOn', '没有这一天，再看一眼'],
    [{ homeProvince: '99' }, {}, 'person.homeProvince', '老家要选一个'],
    [{ extra: 1 }, {}, 'person.extra', '这里填得不对'],
    [{}, { residence: 'tent' }, 'stay.residence', '住在哪要选一个'],
    [{}, { trade: undefined }, 'stay.trade', '干什么活要选一个'],
    [{}, { exposure: 'maybe' }, 'stay.exposure', '接触不接触要选一个'],
    [{}, { stay: 'both' }, 'stay.stay', '留不留要选一个'],
    [{}, { companion: 'dog' }, 'stay.companion', '跟谁一起要选一个'],
    [{}, { childrenCount: 21 }, 'stay.childrenCount', '孩子数不对'],
    [{}, { childrenCount: 1.5 }, 'stay.childrenCount', '孩子数写整数'],
    [{}, { returnOn: '2 月 9 日' }, 'stay.returnOn', '日期写成 2021-02-09 这样'],
  ])('%j %j is named, in a sentence of its own', async (person, where, path, words) => {
    const before = (await roster()).length
    const draft = await aDraft(town.phone('oBadField'), scene)
    const wrong = JSON.parse(
      JSON.stringify({ ...draft, person: { ...draft.person, ...person }, stay: { ...stay, ...where } }),
    )
    await (await refusedFor(wrong, 'oBadField')).toMatchObject({
      code: 'INPUT_INVALID',
      detail: { fields: { [path]: words } },
    })
    expect(await town.phone('oBadField').worker.mine({})).toEqual({ isConsentCurrent: true })
    expect(await roster()).toHaveLength(before)
  })
})
