/** Registering, as a worker may rely on it: what is taken, and that it is kept once. */
import { newRequest, type Phone, startTown, type Town } from '../builders/town'
import { aDraft, aPerson, type Draft, foreignNumber, numberAged, phoneCode, registered } from '../builders/workers'

const withWeChatNumber = { oTapped: '13800000001', oTwentyTaps: '13800000002' }

let town: Town
let officer: Phone
let scene: string
let siteId: string

beforeAll(async () => {
  const started = await startTown({ phones: withWeChatNumber })
  town = started.town
  ;({ scene, id: siteId } = started.site)
  officer = await town.appoint(started.admin, 'siteOfficer', { level: 'site', id: siteId }, 'oSiteOfficer')
})
afterAll(() => town.stop())

const roster = async () => (await officer.worker.roster({ scope: { level: 'site', id: siteId } })).rows
const refusedFor = async (draft: Draft, openid = 'oRefused') =>
  expect(town.phone(openid).worker.register(draft)).rejects

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
