/** Whoever is under 16, and two people with one document: who is told, and what cannot be got round. */
import { newRequest, type Phone, startTown, type Town } from '../builders/town'
import { aDraft, aPerson, numberAged, phoneCode, registered } from '../builders/workers'

const withWeChatNumber = { oNewPhone: '13800000003' }

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
})

describe('one person, asking more than once', () => {
  test('has one registration however many forms they send at the same moment', async () => {
    const phone = town.phone('oImpatient')
    const draft = await aDraft(phone, scene)
    const forms = Array.from({ length: 3 }, () => ({ ...draft, requestId: newRequest() }))
    const answers = await Promise.allSettled(forms.map((form) => phone.worker.register(form)))
    const ids = new Set(answers.flatMap((answer) => (answer.status === 'fulfilled' ? [answer.value.card.id] : [])))
    expect(ids.size).toBe(1)
    for (const answer of answers)
      if (answer.status === 'rejected') expect(answer.reason).toMatchObject({ code: 'CONFLICT' })
    const { card } = await phone.worker.mine({})
    expect(card).toMatchObject({ state: 'submitted' })
  })

  test('is shown the site they are registered at, not the one whose code they scanned again', async () => {
    const { phone, draft, card } = await registered(town, 'oWanderer', scene)
    const elsewhere = await town.site(admin, undefined, '别处的工地')
    const again = await phone.worker.register({ ...draft, requestId: newRequest(), scene: elsewhere.scene })
    expect(again).toMatchObject({ isMerged: true, card: { id: card.id, site: { siteId } } })
  })
})
