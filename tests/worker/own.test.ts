/** What a worker may do with what is theirs: see it, mend it, move, leave, take it with them, and have it gone. */
import { readSheet } from 'read-excel-file/node'
import { storedIn } from '../builders/stored'
import { newRequest, type Phone, STREET, startTown, type Town } from '../builders/town'
import { aDraft, agreed, aPerson, numberAged, registered, stay } from '../builders/workers'

let town: Town
let admin: Phone
let officer: Phone
let scene: string
let siteId: string

beforeAll(async () => {
  const started = await startTown()
  ;({ town, admin } = started)
  ;({ scene, id: siteId } = started.site)
  officer = await town.appoint(admin, 'siteOfficer', { level: 'site', id: siteId }, 'oSiteOfficer', '周建国')
})
afterAll(() => town.stop())

const once = () => ({ requestId: newRequest() })
const rosterIds = async (by: Phone, id = siteId) =>
  (await by.worker.roster({ scope: { level: 'site', id } })).rows.map((row) => row.id)

test('somebody else’s registration is not there for anybody but its owner', async () => {
  const { card, person } = await registered(town, 'oOwner', scene)
  const stranger = town.phone('oStranger')
  const aimed = { ...once(), id: card.id, version: 0 }
  const gone = expect.objectContaining({ code: 'NOT_FOUND' })
  await expect(stranger.worker.act({ ...aimed, action: 'update', form: stay })).rejects.toEqual(gone)
  await expect(stranger.worker.act({ ...aimed, action: 'erase', form: {} })).rejects.toEqual(gone)
  await expect(stranger.worker.correct({ ...aimed, person })).rejects.toEqual(gone)
  await expect(stranger.worker.changeSite({ ...aimed, scene })).rejects.toEqual(gone)
  await expect(stranger.worker.exportMine(once())).rejects.toEqual(gone)
  expect(await stranger.worker.seen({})).toEqual({ rows: [] })
})

describe('the owner', () => {
  test('updates how they spend the festival, once however often it is sent, and not on what has changed since', async () => {
    const { phone, card } = await registered(town, 'oUpdater', scene)
    const form = { ...stay, stay: 'undecided', companion: 'family', childrenCount: 2 } as const
    const update = { ...once(), id: card.id, version: 0, action: 'update', form } as const
    expect(await phone.worker.act(update)).toMatchObject({ version: 1, state: 'submitted' })
    expect(await phone.worker.act(update)).toMatchObject({ version: 1, state: 'submitted' })
    await expect(phone.worker.act({ ...update, ...once() })).rejects.toMatchObject({ code: 'CONFLICT' })
    const mine = (await phone.worker.mine({})).card
    expect(mine).toMatchObject({ stay: form, version: 1 })
    expect(mine?.timeline.map(({ text, by }) => [text, by])).toEqual([
      ['改了过年的安排', '您'],
      ['登记了', '您'],
    ])
  })

  test('corrects who they are: the site looks again, and the old document is free', async () => {
    const { phone, card, person } = await registered(town, 'oCorrecter', scene)
    await officer.worker.act({ ...once(), id: card.id, version: 0, action: 'verify', form: {} })
    const other = await registered(town, 'oOther', scene)
    const correction = { ...once(), id: card.id, version: 1 }
    const taken = { ...person, document: other.person.document }
    await expect(phone.worker.correct({ ...correction, person: taken })).rejects.toMatchObject({
      code: 'DOCUMENT_IN_USE',
    })
    const child = { ...person, document: { kind: 'residentId', number: numberAged(15) } } as const
    await expect(phone.worker.correct({ ...correction, person: child })).rejects.toMatchObject({ code: 'UNDERAGE' })
    const right = aPerson({ name: '新名字' })
    const corrected = await phone.worker.correct({ ...correction, person: right })
    expect(corrected.card).toMatchObject({ state: 'submitted', version: 2, maskedName: '新**' })
    expect((await phone.worker.correct({ ...correction, person: right })).card).toEqual(corrected.card)
    const next = await registered(town, 'oNextHolder', scene, { document: person.document })
    expect(next.card.state).toBe('submitted')
  })

  test('moves to another site: the new desk finds them, the old one no longer', async () => {
    const { phone, card, person } = await registered(town, 'oMover', scene)
    const site = await town.site(admin, STREET, '新工地')
    const keeper = await town.appoint(admin, 'siteOfficer', { level: 'site', id: site.id }, 'oNewKeeper')
    const move = { ...once(), id: card.id, version: 0, scene: site.scene }
    const { card: moved } = await phone.worker.changeSite(move)
    expect(moved).toMatchObject({ state: 'submitted', version: 1, site: { name: '新工地' } })
    expect((await phone.worker.changeSite(move)).card).toEqual(moved)
    expect(await rosterIds(officer)).not.toContain(card.id)
    await expect(officer.worker.get({ id: card.id })).rejects.toMatchObject({ code: 'NOT_FOUND' })
    const search = { by: 'name', name: person.name } as const
    const found = await keeper.worker.roster({ scope: { level: 'site', id: site.id }, search })
    expect(found.rows.map(({ id }) => id)).toEqual([card.id])
  })

  test('leaves, and is back by scanning again', async () => {
    const { phone, card } = await registered(town, 'oLeaver', scene)
    const form = { from: 'city', returnOn: '2021-02-26' } as const
    const leave = { ...once(), id: card.id, version: 0, action: 'leave', form } as const
    expect(await phone.worker.act(leave)).toMatchObject({ state: 'left', version: 1 })
    expect(await phone.worker.act(leave)).toMatchObject({ state: 'left', version: 1 })
    expect((await phone.worker.mine({})).card?.stay).toMatchObject({ stay: 'leaving', returnOn: '2021-02-26' })
    const back = await phone.worker.changeSite({ ...once(), id: card.id, version: 1, scene })
    expect(back.card).toMatchObject({ state: 'submitted', version: 2 })
  })

  test('agrees again to the text, and not to one that is over', async () => {
    const { phone } = await registered(town, 'oAgreer', scene)
    const consent = await agreed(phone)
    const older = { ...consent, hash: 'f'.repeat(64) }
    await expect(phone.worker.agree({ ...once(), consent: older })).rejects.toMatchObject({ code: 'CONSENT_OUTDATED' })
    expect(await phone.worker.agree({ ...once(), consent })).toEqual({ isConsentCurrent: true })
    await expect(town.phone('oNobody').worker.agree({ ...once(), consent })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    })
  })

  test('takes everything held about them along, readable, with who looked and why', async () => {
    const { phone, card, person } = await registered(town, 'oExporter', scene)
    const reason = '电话打不通，核对号码'
    await officer.worker.reveal({ ...once(), id: card.id, what: 'phone', reason })
    const { sections, fileBase64 } = await phone.worker.exportMine(once())
    const typed = person.phone.source === 'typed' ? person.phone.phone : ''
    const wanted = [person.name, typed, person.document.number, '安徽', '建筑', '登记了', reason]
    const said = JSON.stringify(sections)
    expect(wanted.filter((words) => !said.includes(words))).toEqual([])
    expect(sections.find(({ title }) => title === '谁看过我的号码')?.rows).toEqual([
      { label: '2021-02-01 10:00', value: `工地管理员 周建国 看了手机号：${reason}` },
    ])
    const sheet = JSON.stringify(await readSheet(Buffer.from(fileBase64, 'base64')))
    expect([person.name, typed, person.document.number].filter((words) => !sheet.includes(words))).toEqual([])
  })
})

describe('erased at their wish', () => {
  test('leaves no answer of theirs behind: not where they live, nor what they do, nor whom they are with', async () => {
    const { phone, card } = await registered(town, 'oForgotten', scene)
    const moved = { ...stay, trade: 'delivery', companion: 'children', childrenCount: 3 } as const
    await phone.worker.act({ ...once(), id: card.id, version: 0, action: 'update', form: moved })
    await phone.worker.act({ ...once(), id: card.id, version: 1, action: 'erase', form: {} })
    const stored = JSON.stringify(await (await storedIn(town.cloud)).one('workers', card.id))
    expect(stored).toContain('"action":"update"')
    for (const answer of ['delivery', 'children', 'factory', 'residentId', 'homeProvince', '"sealed"', 'e1.'])
      expect(stored).not.toContain(answer)
  })

  test('they are gone from the card, the roster and every search; the document is free; who looked is kept', async () => {
    const { phone, card, person } = await registered(town, 'oEraser', scene)
    await officer.worker.reveal({ ...once(), id: card.id, what: 'name', reason: '点名' })
    const erase = { ...once(), id: card.id, version: 0, action: 'erase', form: {} } as const
    expect(await phone.worker.act(erase)).toMatchObject({ state: 'erased' })
    expect(await phone.worker.act(erase)).toMatchObject({ state: 'erased' })
    expect(await phone.worker.mine({})).toEqual({ isConsentCurrent: true })
    expect(await phone.worker.seen({})).toEqual({ rows: [] })
    expect((await phone.inbox.list({})).rows).toEqual([])
    expect(await rosterIds(officer)).not.toContain(card.id)
    await expect(officer.worker.get({ id: card.id })).rejects.toMatchObject({ code: 'NOT_FOUND' })
    const search = { by: 'tail', tail: person.document.number.slice(-4) } as const
    expect((await officer.worker.roster({ scope: { level: 'site', id: siteId }, search })).rows).toEqual([])
    const next = await registered(town, 'oEraser-next', scene, { document: person.document })
    expect(next.card.state).toBe('submitted')
    expect(await town.operator.verifyChains({ ...once(), collection: 'workers' })).toMatchObject({ broken: [] })
  })

  test('they may register again, three times from one phone in all', async () => {
    const phone = town.phone('oAgain')
    for (const round of [1, 2, 3]) {
      const draft = await aDraft(phone, scene)
      const { card } = await phone.worker.register(draft)
      expect([round, card.state]).toEqual([round, 'submitted'])
      await phone.worker.act({ ...once(), id: card.id, version: 0, action: 'erase', form: {} })
      await expect(phone.worker.register(draft)).rejects.toMatchObject({ code: 'CONFLICT' })
    }
    const fourth = await aDraft(phone, scene)
    await expect(phone.worker.register(fourth)).rejects.toMatchObject({ code: 'DEVICE_LIMIT_REACHED' })
    const helped = await aDraft(town.phone('oFriend'), scene, { person: fourth.person })
    expect((await town.phone('oFriend').worker.register(helped)).card.state).toBe('submitted')
  })
})
