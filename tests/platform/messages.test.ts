/** Subscription messages: what may stand in one, when one is asked for, when one is sent. */
import type { Cloud } from '../../platform/cloud'
import { phoneOf, removeFolders, start } from './start'

const OPENID = 'oWorkerNumberOne'
const templates = {
  T1: { fields: ['thing1', 'time2'] },
  T2: {},
  T3: {},
  always: { isLongTerm: true },
}

let cloud: Cloud
let phone: ReturnType<typeof phoneOf>
beforeAll(async () => {
  cloud = await start(
    { functions: { probe: { openapi: ['subscribeMessage.send'], timeoutSeconds: 20 } } },
    { templates },
  )
  phone = phoneOf(cloud.url, OPENID)
})
afterAll(async () => {
  await cloud.stop()
  removeFolders()
})

const post: typeof phone.post = (...given) => phone.post(...given)
const ask: typeof phone.ask = (...given) => phone.ask(...given)

describe('a notice', () => {
  const send = (value = '已通过', templateId = 'T1') =>
    ask('subscribeMessage.send', {
      touser: OPENID,
      templateId,
      page: 'pages/me/index',
      data: { thing1: { value }, time2: { value: '2021年2月7日 10:00' } },
    })

  test('is sent once for each tap', async () => {
    expect(await send()).toMatchObject({ errCode: 43101 })
    expect((await post('/wx/subscribe', { templateIds: ['T1', 'T2'], accept: ['T1'] })).body).toEqual({
      T1: 'accept',
      T2: 'reject',
    })
    expect(await send()).toMatchObject({ errCode: 0 })
    expect(await send()).toMatchObject({ errCode: 43101 })
    expect(cloud.sent()).toMatchObject([{ to: OPENID, templateId: 'T1', fields: { thing1: '已通过' } }])
  })

  test('with a field over its limit is refused and spends nothing', async () => {
    await post('/wx/subscribe', { templateIds: ['T3'], accept: true })
    expect(await send('二十一个字二十一个字二十一个字二十一个字二', 'T3')).toMatchObject({ errCode: 47003 })
    expect(await send('二十个字二十个字二十个字二十个字二十个字', 'T3')).toMatchObject({ errCode: 0 })
  })

  test('that leaves out a field of its template is refused', async () => {
    const input = { touser: OPENID, templateId: 'T1', data: { thing1: { value: '好' } } }
    expect(await ask('subscribeMessage.send', input)).toMatchObject({ errCode: 47003 })
  })

  test.each([
    ['thing1', '可 mix 1 与 符号！', '二十一个字二十一个字二十一个字二十一个字二'],
    ['phrase1', '配送中', '六个汉字多了'],
    ['character_string1', 'SH-2021/0001', '含汉字'],
    ['character_string1', 'x'.repeat(32), 'x'.repeat(33)],
    ['name1', '阿不都热西提·买买', '十一个汉字的名字太长了吧'],
    ['name1', 'Alexander Hamilton', 'Alexander Hamilton Junior'],
    ['number1', '1024.5', '1,024'],
    ['number1', 7, '七'],
    ['letter1', 'abc', 'abc1'],
    ['symbol1', '！￥', 'a'],
    ['date1', '2021年2月7日', '明天'],
    ['date1', '2021-02-07 10:00', '2021'],
    ['date1', '2021年2月7日~2021年2月26日', '2021年2月7日-26日'],
    ['time1', '10:00', '2021年2月7日'],
    ['time1', '2021年2月7日 10:00~12:00', '25:00'],
    ['amount1', '¥1500.50元', '一千五'],
    ['phone_number1', '+86-021-12333', '12333转1，再转2，再转3，再转4'],
    ['car_number1', '沪A8Z888挂', '沪A8Z888888'],
    ['wish1', '', '没有这种字段'],
  ])('may carry %s as "%s" and not as "%s"', async (key, good, bad) => {
    await post('/wx/subscribe', { templateIds: ['T2'], accept: true })
    const sent = (value: string | number) =>
      ask('subscribeMessage.send', { touser: OPENID, templateId: 'T2', data: { [key]: { value } } })
    expect(await sent(bad)).toMatchObject({ errCode: 47003 })
    expect(await sent(good)).toMatchObject({ errCode: good === '' ? 47003 : 0 })
  })

  test('granted for good is sent as often as one likes', async () => {
    await post('/wx/subscribe', { templateIds: ['always'], accept: true })
    expect([await send('好', 'always'), await send('好', 'always')]).toEqual([
      expect.objectContaining({ errCode: 0 }),
      expect.objectContaining({ errCode: 0 }),
    ])
  })
})

describe('a tap that asks for messages', () => {
  const tap = async (templateIds: string[]) => (await post('/wx/subscribe', { templateIds, accept: true })).body

  test.each([
    ['more than three templates', ['T1', 'T2', 'T3', 'T1'], 20003],
    ['none', [], 20003],
    ['one for a send and one for good together', ['T1', 'always'], 20002],
    ['a template the app has not', ['T9'], 20001],
  ])('fails with %s', async (_name, templateIds, errCode) => {
    expect(await tap(templateIds)).toMatchObject({ errCode })
  })

  test('fails while the main switch is off, and what was granted before is kept and not sent', async () => {
    await tap(['T3'])
    await cloud.setMainSwitch(OPENID, false)
    const input = { touser: OPENID, templateId: 'T3', data: { thing1: { value: '好' } } }
    expect(await tap(['T3'])).toMatchObject({ errCode: 20004 })
    expect(await ask('subscribeMessage.send', input)).toMatchObject({ errCode: 43101 })
    await cloud.setMainSwitch(OPENID, true)
    expect(await ask('subscribeMessage.send', input)).toMatchObject({ errCode: 0 })
  })
})
