/** Registering, as a worker may rely on it: what is taken, what is refused and in which words, and that it is kept once. */
import { sceneOf } from '../../domain/kernel/scene'
import { newRequest, type Phone, startTown, type Town } from '../builders/town'
import {
  aDraft,
  agreed,
  aPerson,
  type Draft,
  foreignNumber,
  newMobile,
  numberAged,
  phoneCode,
  registered,
  stay,
} from '../builders/workers'

const withWeChatNumber = { oTapped: '13800000001', oTwentyTaps: '13800000002', oNewPhone: '13800000003' }

let town: Town
let admin: Phone
let officer: Phone
let scene: string
let siteId: string

beforeAll(async () => {
  const started = await startTown({ phones: withWeChatNumber })
  ;({ town, admin } = started)
  ;({ scene, id: siteId } = started.site)
  officer = await town.appoint(admin, 'siteOfficer', { level: 'site', id: siteId }, 'oSiteOfficer')
})
afterAll(() => town.stop())

const roster = async (by = officer) => (await by.worker.roster({ scope: { level: 'site', id: siteId } })).rows
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

describe('a registration', () => {
  test.each<[Draft['person']['document'], string | undefined, string]>([
    [{ kind: 'residentId', number: '110101199003078670' }, undefined, '110***********8670'],
    [{ kind: 'residentId', number: '44040119580101000x' }, undefined, '440***********000X'],
    [{ kind: 'residentId', number: '610104620927690' }, undefined, '610***********690'],
    [{ kind: 'hkMoTwPermit', number: '810000199408230021' }, undefined, '810***********0021'],
    [{ kind: 'hkMoTwPermit', number: '830000199201300022' }, undefined, '830***********0022'],
    [{ kind: 'foreignPermanentResident', number: foreignNumber('1987-01-01') }, undefined, '931***********'],
    [{ kind: 'foreignPermanentResident', number: 'USA123456789012' }, '1980-05-01', 'USA********9012'],
    [{ kind: 'passport', number: 'E 1234 5678' }, '1985-03-09', 'E******78'],
    [{ kind: 'hkMoTravel', number: 'H12345678' }, '1985-03-09', 'H******78'],
    [{ kind: 'twTravel', number: '12345678' }, '1985-03-09', '1*****78'],
  ])('with %j is taken, and shown masked', async (document, bornOn, masked) => {
    const openid = `oKind-${document.number.replace(/\W/g, '')}`
    const { card, person } = await registered(town, openid, scene, { document, ...(bornOn ? { bornOn } : {}) })
    expect(card).toMatchObject({ state: 'submitted', documentKind: document.kind, maskedName: `${person.name[0]}**` })
    expect(card.maskedNumber.startsWith(masked.slice(0, 14))).toBe(true)
    expect(card.next).toMatchObject({ text: '工地管理员 2 月 3 日（周三）前核实', isLate: false })
  })

  test('takes a name with a dot and a character few machines know', async () => {
    const { card } = await registered(town, 'oRareName', scene, { name: '𠮷克孜•阿依夏' })
    expect(card.maskedName).toBe('𠮷**')
  })

  test('takes the number WeChat gives for one tap', async () => {
    const phone = { source: 'wechat', code: await phoneCode(town, 'oTapped') } as const
    const { card, draft } = await registered(town, 'oTapped', scene, { phone })
    expect(card.maskedPhone).toBe('138****0001')
    const again = await town.phone('oTapped').worker.register(draft)
    expect(again.card.id).toBe(card.id)
  })

  test('says so when WeChat gives no number, so that it is typed', async () => {
    const draft = await aDraft(town.phone('oRefused'), scene, {
      person: aPerson({ phone: { source: 'wechat', code: 'made-up' } }),
    })
    await (await refusedFor(draft)).toMatchObject({ code: 'PHONE_CODE_INVALID' })
  })

  test('sent again is the same one', async () => {
    const { phone, draft, card } = await registered(town, 'oTwice', scene)
    expect(await phone.worker.register(draft)).toEqual({ card, isMerged: false })
    expect(await phone.worker.mine({})).toEqual({ card, isConsentCurrent: true })
  })

  test('sent again under another request is still the same one, and another document is refused', async () => {
    const { phone, draft, card } = await registered(town, 'oThrice', scene)
    const again = await phone.worker.register({ ...draft, requestId: newRequest() })
    expect(again).toEqual({ card, isMerged: true })
    const other = await aDraft(phone, scene)
    await expect(phone.worker.register(other)).rejects.toMatchObject({ code: 'ALREADY_REGISTERED' })
  })

  test.each([
    ['with a typed number', 'oTwentySends'],
    ['with a number from WeChat', 'oTwentyTaps'],
  ])('sent twenty times at once %s is one', async (_name, openid) => {
    const phone = town.phone(openid)
    const person = aPerson(
      openid in withWeChatNumber ? { phone: { source: 'wechat', code: await phoneCode(town, openid) } } : {},
    )
    const draft = await aDraft(phone, scene, { person })
    const before = (await roster()).length
    const sent = await Promise.allSettled(Array.from({ length: 20 }, () => phone.worker.register(draft)))
    const { card } = await phone.worker.register(draft)
    for (const answer of sent) {
      if (answer.status === 'fulfilled') expect(answer.value.card).toEqual(card)
      else
        expect([openid, answer.reason]).toEqual([
          'oTwentyTaps',
          expect.objectContaining({ code: 'PHONE_CODE_INVALID' }),
        ])
    }
    expect((await roster()).length + (before === 20 ? 1 : 0)).toBe(before + 1)
    const rival = await aDraft(town.phone(`${openid}-rival`), scene, {
      person: { ...aPerson(), document: person.document },
    })
    expect(await town.phone(`${openid}-rival`).worker.register(rival)).toMatchObject({ card: { state: 'questioned' } })
    expect(await phone.worker.mine({})).toMatchObject({ card: { id: card.id, state: 'submitted' } })
  })

  test('of somebody aged 16 or 17 is taken and marked', async () => {
    for (const [age, isMinor] of [
      [16, true],
      [17, true],
      [18, false],
    ] as const) {
      const { card } = await registered(town, `oAged-${age}`, scene, {
        document: { kind: 'residentId', number: numberAged(age) },
      })
      expect([age, card.isMinor]).toEqual([age, isMinor])
    }
  })
})

describe('somebody under 16', () => {
  test('is not registered: only the inspector sees and hears of it, never the site that may employ them', async () => {
    const inspector = await town.appoint(admin, 'inspector', { level: 'district', id: '310106' }, 'oInspector', '秦岚')
    const site = await town.site(admin, undefined, '查童工的工地')
    const keeper = await town.appoint(admin, 'siteOfficer', { level: 'site', id: site.id }, 'oKeeper', '李四光')
    const scope = { level: 'site', id: site.id } as const
    const child = town.phone('oChild')
    const draft = await aDraft(child, site.scene, {
      person: aPerson({ document: { kind: 'residentId', number: numberAged(15) } }),
    })
    await expect(child.worker.register(draft)).rejects.toMatchObject({ code: 'UNDERAGE' })
    await expect(child.worker.register(draft)).rejects.toMatchObject({ code: 'UNDERAGE' })
    expect(await child.worker.mine({})).toEqual({ isConsentCurrent: true })
    expect((await keeper.worker.roster({ scope })).rows).toEqual([])
    const { rows } = await inspector.worker.roster({ scope })
    expect(rows).toMatchObject([{ state: 'stopped' }])
    const id = rows[0]?.id ?? ''
    await expect(keeper.worker.get({ id })).rejects.toMatchObject({ code: 'NOT_FOUND' })
    const told = await inspector.inbox.list({})
    expect(told.rows.map(({ title }) => title)).toEqual(['可能有童工'])
    expect((await keeper.inbox.list({})).rows).toEqual([])
  })
})

describe('two people with one document', () => {
  test('are one when WeChat vouches for the same phone: the registration follows to the new account', async () => {
    const first = await registered(town, 'oOldPhone', scene, { phone: { source: 'typed', phone: '13800000003' } })
    const second = town.phone('oNewPhone')
    const code = await phoneCode(town, 'oNewPhone')
    const draft = await aDraft(second, scene, { person: { ...first.person, phone: { source: 'wechat', code } } })
    const { card, isMerged } = await second.worker.register(draft)
    expect([card.id, isMerged]).toEqual([first.card.id, true])
    expect(await first.phone.worker.mine({})).toEqual({ isConsentCurrent: true })
    expect((await second.worker.register(draft)).card.id).toBe(card.id)
  })

  test('are two to be asked about when a number was only typed, and the street tells whose it is', async () => {
    const street = await town.appoint(admin, 'streetOfficer', { level: 'street', id: '310106014' }, 'oStreet', '沈丽')
    const first = await registered(town, 'oFirst', scene)
    const second = await registered(town, 'oSecond', scene, {
      document: first.person.document,
      phone: first.person.phone,
    })
    expect(second.card).toMatchObject({
      state: 'questioned',
      next: { text: '街道会核对证件，2 月 3 日（周三）前回话' },
    })
    const settle = { requestId: newRequest(), id: second.card.id, version: 0, action: 'settle', form: {} } as const
    await expect(officer.worker.act(settle)).rejects.toMatchObject({ code: 'FORBIDDEN' })
    expect(await street.worker.act(settle)).toMatchObject({ state: 'submitted' })
    expect(await street.worker.act(settle)).toMatchObject({ state: 'submitted', version: 1 })
    const stopped = await first.phone.worker.mine({})
    expect(stopped.card).toMatchObject({ state: 'rejected', rejectedBecause: '同一个证件号，核对后是另一份登记的' })
  })

  test('the one the document is not of cannot go round the answer', async () => {
    const street = town.phone('oStreet')
    const first = await registered(town, 'oTrueOwner', scene)
    const { phone, card, person } = await registered(town, 'oPretender', scene, { document: first.person.document })
    const elsewhere = await town.site(admin, undefined, '另一个工地')
    const moveOn = (version: number) =>
      phone.worker.changeSite({ requestId: newRequest(), id: card.id, version, scene: elsewhere.scene })
    const refused = expect.objectContaining({ code: 'DOCUMENT_IN_USE' })
    await expect(moveOn(0)).rejects.toEqual(refused)
    const form = { reason: '照片不是本人' }
    await street.worker.act({ requestId: newRequest(), id: card.id, version: 0, action: 'refuse', form })
    expect((await phone.worker.mine({})).card).toMatchObject({ state: 'rejected', rejectedBecause: form.reason })
    await expect(moveOn(1)).rejects.toEqual(refused)
    const same = { requestId: newRequest(), id: card.id, version: 1, person }
    await expect(phone.worker.correct(same)).rejects.toEqual(refused)
    const document = { kind: 'residentId', number: numberAged(40) } as const
    const mended = await phone.worker.correct({ ...same, person: { ...person, document } })
    expect(mended.card.state).toBe('submitted')
    expect((await first.phone.worker.mine({})).card?.state).toBe('submitted')
  })
})

test('a number nobody vouches for changes nothing of who else has it', async () => {
  const first = await registered(town, 'oSharedPhone', scene)
  const second = await registered(town, 'oSharedPhone-2', scene, { phone: first.person.phone })
  expect([first.card.state, second.card.state]).toEqual(['submitted', 'submitted'])
  expect(newMobile()).not.toBe(newMobile())
  expect(await agreed(first.phone)).toMatchObject({ version: 1 })
})
