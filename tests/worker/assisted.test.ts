/** People without a smartphone: the desk registers them one by one or from Excel, and they say yes with their own phone. */
import writeExcelFile from 'write-excel-file/node'
import { upload } from '../builders/story'
import { newRequest, type Phone, startTown, type Town } from '../builders/town'
import { agreed, anAssisted, numberAged, phoneCode, registered, stay } from '../builders/workers'

let town: Town
let officer: Phone
let scene: string
let siteId: string

beforeAll(async () => {
  const started = await startTown({ phones: { oVouched: '13800000009' } })
  town = started.town
  ;({ scene, id: siteId } = started.site)
  officer = await town.appoint(started.admin, 'siteOfficer', { level: 'site', id: siteId }, 'oOfficer', '周建国')
})
afterAll(() => town.stop())

const once = () => ({ requestId: newRequest() })
const registerFor = async (person = anAssisted()) => {
  const asked = { ...once(), siteId, person, saidYes: true } as const
  return { person, asked, given: await officer.worker.registerFor(asked) }
}
const confirmAs = async (openid: string, confirmCode: string, tail: string) => {
  const phone = town.phone(openid)
  const asked = { ...once(), confirmCode, tail, consent: await agreed(phone) }
  return { phone, asked, answer: phone.worker.confirm(asked) }
}
const invalid = expect.objectContaining({ code: 'CONFIRM_CODE_INVALID' })

describe('registered by the desk', () => {
  test('somebody is unconfirmed, once however often it is sent, and their document is taken', async () => {
    const { person, asked, given } = await registerFor()
    expect(await officer.worker.registerFor(asked)).toEqual(given)
    expect(given).toMatchObject({ confirmCode: expect.stringMatching(/^\d{8}$/), validUntil: '2021-03-03' })
    expect((await officer.worker.get({ id: given.workerId })).row).toMatchObject({ state: 'unconfirmed', can: [] })
    await expect(registerFor(anAssisted({ document: person.document }))).rejects.toMatchObject({
      code: 'DOCUMENT_IN_USE',
    })
    const child = anAssisted({ document: { kind: 'residentId', number: numberAged(15) } })
    await expect(registerFor(child)).rejects.toMatchObject({ code: 'UNDERAGE' })
  })

  test('they confirm with the code and their last four, from their own phone', async () => {
    const { person, given } = await registerFor()
    const tail = person.document.number.slice(-4)
    await expect((await confirmAs('oWrongCode', '00000000', tail)).answer).rejects.toEqual(invalid)
    await expect((await confirmAs('oWrongTail', given.confirmCode, '000Z')).answer).rejects.toEqual(invalid)
    const spaced = `${given.confirmCode.slice(0, 4)} ${given.confirmCode.slice(4)}`
    const { phone, asked, answer } = await confirmAs('oRightOne', spaced, tail)
    const { card } = await answer
    expect(card).toMatchObject({ id: given.workerId, state: 'submitted' })
    expect((await phone.worker.confirm(asked)).card).toEqual(card)
    await expect((await confirmAs('oSecondHand', given.confirmCode, tail)).answer).rejects.toEqual(invalid)
    const another = await registerFor()
    const again = await confirmAs('oRightOne', another.given.confirmCode, another.person.document.number.slice(-4))
    await expect(again.answer).rejects.toMatchObject({ code: 'ALREADY_REGISTERED' })
  })

  test('nobody tries codes more than five times a day', async () => {
    for (let tried = 0; tried < 5; tried += 1)
      await expect((await confirmAs('oGuesser', `1234567${tried}`, '1234')).answer).rejects.toEqual(invalid)
    const { person, given } = await registerFor()
    const sixth = await confirmAs('oGuesser', given.confirmCode, person.document.number.slice(-4))
    await expect(sixth.answer).rejects.toMatchObject({ code: 'TRIES_USED_UP' })
    expect((await officer.worker.get({ id: given.workerId })).row.state).toBe('unconfirmed')
  })

  test('a lost code is replaced, the old one stops, and each is over after thirty days', async () => {
    const { person, given } = await registerFor()
    const tail = person.document.number.slice(-4)
    const asked = { ...once(), id: given.workerId }
    const renewed = await officer.worker.confirmCode(asked)
    expect(renewed.confirmCode).not.toBe(given.confirmCode)
    expect(await officer.worker.confirmCode(asked)).toEqual(renewed)
    await expect((await confirmAs('oOldCode', given.confirmCode, tail)).answer).rejects.toEqual(invalid)
    town.cloud.setNow(new Date('2021-03-03T16:00:01.000Z'))
    await expect((await confirmAs('oTooLate', renewed.confirmCode, tail)).answer).rejects.toEqual(invalid)
    town.cloud.setNow(new Date('2021-03-03T15:59:00.000Z'))
    const inTime = await confirmAs('oInTime', renewed.confirmCode, tail)
    expect((await inTime.answer).card.state).toBe('submitted')
    town.cloud.setNow(new Date('2021-02-01T02:00:00.000Z'))
    await expect(officer.worker.confirmCode({ ...once(), id: given.workerId })).rejects.toMatchObject({
      code: 'ACTION_NOT_ALLOWED',
    })
  })

  test('registering by their own vouched phone counts as their yes', async () => {
    const { person, given } = await registerFor(anAssisted({ phone: '13800000009' }))
    const phone = { source: 'wechat', code: await phoneCode(town, 'oVouched') } as const
    const { name, document } = person
    const own = await registered(town, 'oVouched', scene, { name, document, phone })
    expect(own.card).toMatchObject({ id: given.workerId, state: 'submitted' })
  })
})

describe('a roster from Excel', () => {
  const head = ['姓名', '手机号', '证件', '证件号', '生日', '老家', '住在哪', '干什么活']
  const sheet = (rows: readonly (readonly string[])[]) =>
    writeExcelFile([head, ...rows].map((row) => row.map((value) => ({ value, type: String })))).toBuffer()
  const row = ({ name, phone, document } = anAssisted()) => [
    name,
    phone,
    '居民身份证',
    document.number,
    '',
    '河南',
    '工厂',
    '建筑',
  ]
  const send = async (content: Buffer, asked: { requestId: string } = once()) => {
    const fileId = await upload(town, officer.openid, 'inbox/roster.xlsx', content)
    return officer.worker.importRoster({ ...asked, siteId, fileId })
  }

  test('is taken row by row: each good one whole with its code, each bad one with what is wrong', async () => {
    const [good, twin] = [anAssisted(), anAssisted()]
    const child = anAssisted({ document: { kind: 'residentId', number: numberAged(14) } })
    const rows = [
      row(good),
      row({ ...twin, phone: '123' }),
      row({ ...twin, document: good.document }),
      row(child),
      row({ ...twin, name: '王3' }),
    ]
    const asked = once()
    const report = await send(await sheet(rows), asked)
    const codes = report.rows.filter(({ confirmCode }) => confirmCode)
    expect([report.taken, report.refused, codes.length]).toEqual([1, 4, 1])
    const problems = Object.fromEntries(report.rows.map(({ row: at, problem }) => [at, problem]))
    expect(problems[3]).toBe('手机号是 11 位，您输了 3 位')
    expect(problems[6]).toBe('名字里有数字“3”，照证件上的写')
    expect(problems[5]).toContain('不满 16 岁')
    expect([problems[2], problems[4]].filter((problem) => problem?.startsWith('这个证件号有人登记过'))).toHaveLength(1)
    expect(await send(await sheet(rows), asked)).toEqual(report)
    const { rows: found } = await officer.worker.roster({
      scope: { level: 'site', id: siteId },
      search: { by: 'tail', tail: good.document.number.slice(-4) },
    })
    expect(found.filter(({ state }) => state === 'unconfirmed')).toHaveLength(1)
    const taken = report.rows.find(({ isTaken }) => isTaken)
    const said = await confirmAs('oFromExcel', taken?.confirmCode ?? '', good.document.number.slice(-4))
    expect((await said.answer).card.stay).toMatchObject({ residence: stay.residence, trade: stay.trade })
  })

  test('that is no Excel, of somebody else’s folder, or over 500 rows is refused whole', async () => {
    await expect(send(Buffer.from('不是表格'))).rejects.toMatchObject({ code: 'FILE_UNREADABLE' })
    const elsewhere = { ...once(), siteId, fileId: 'cloud://local-1.local/sealed/exports/x.xlsx' }
    await expect(officer.worker.importRoster(elsewhere)).rejects.toMatchObject({ code: 'FILE_UNREADABLE' })
    const one = row()
    await expect(send(await sheet(Array.from({ length: 501 }, () => one)))).rejects.toMatchObject({
      code: 'TOO_MANY_ROWS',
    })
  })
})
