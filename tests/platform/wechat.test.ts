/** What WeChat itself gives: numbers, codes, notices, text checks, files. */
import jsQR from 'jsqr'
import { PNG } from 'pngjs'
import type { Cloud } from '../../platform/cloud'
import { removeFolders, start } from './start'

const OPENID = 'oWorkerNumberOne'
const OTHER = 'oSomebodyElse'
const openapi = [
  'phonenumber.getPhoneNumber',
  'wxacode.getUnlimited',
  'subscribeMessage.send',
  'security.msgSecCheck',
  'urllink.generate',
]

let cloud: Cloud
beforeAll(async () => {
  cloud = await start(
    {
      functions: { probe: { openapi, timeoutSeconds: 20 }, 'probe-bare': { timeoutSeconds: 20 } },
      storage: { clientWrite: ['inbox/'] },
    },
    { phones: { [OPENID]: '13800000001' } },
  )
})
afterAll(async () => {
  await cloud.stop()
  removeFolders()
})
afterEach(() => {
  cloud.setNow(undefined)
  cloud.setPhoneQuota(true)
})

const post = async (path: string, body: object, openid = OPENID, headers: Record<string, string> = {}) => {
  const sent = body instanceof Blob ? body : JSON.stringify(body)
  const got = await fetch(cloud.url + path, {
    method: 'POST',
    body: sent,
    headers: { 'x-wx-openid': openid, ...headers },
  })
  return { status: got.status, body: await got.json() }
}
const probe = async (event: object, openid = OPENID, fn = 'probe') => (await post(`/call/${fn}`, event, openid)).body
const ask = (path: string, input: object, fn = 'probe') => probe({ do: 'openapi', path, input }, OPENID, fn)

describe('a phone number', () => {
  const code = async (openid = OPENID) => (await post('/wx/phone-code', {}, openid)).body.code
  const redeem = async (given: string) => ask('phonenumber.getPhoneNumber', { code: given })

  test('comes for a code, once', async () => {
    const given = await code()
    expect(await redeem(given)).toMatchObject({
      errCode: 0,
      phoneInfo: { purePhoneNumber: '13800000001', countryCode: '86' },
    })
    expect(await redeem(given)).toMatchObject({ errCode: 40029 })
  })

  test('no longer after five minutes', async () => {
    cloud.setNow(new Date('2021-02-07T02:00:00.000Z'))
    const given = await code()
    cloud.setNow(new Date('2021-02-07T02:05:01.000Z'))
    expect(await redeem(given)).toMatchObject({ errCode: 40029 })
  })

  test('is not to be had without quota, or by somebody who bound none', async () => {
    expect((await post('/wx/phone-code', {}, OTHER)).body.errno).toBe(1400001)
    cloud.setPhoneQuota(false)
    expect((await post('/wx/phone-code', {})).body.errno).toBe(1400001)
  })

  test('of a new person is told by the operator', async () => {
    const phones = { oNewcomer: '13900000002' }
    expect((await post('/wx/people', { phones })).status).toBe(403)
    expect((await post('/wx/people', { phones }, OPENID, { 'x-operator': cloud.operatorSecret })).status).toBe(200)
    expect(await redeem(await code('oNewcomer'))).toMatchObject({ phoneInfo: { phoneNumber: '13900000002' } })
  })
})

describe('an interface', () => {
  test('the function did not declare is -604101, one this cloud has not is -604100', async () => {
    expect(await ask('wxacode.getUnlimited', { scene: 'a=1' }, 'probe-bare')).toMatchObject({ errCode: -604101 })
    expect(await ask('urllink.generate', {})).toMatchObject({ errCode: -604100 })
  })
})

describe('a mini-program code', () => {
  test('scans, and says its page and scene', async () => {
    const scene = "s=SH01ab!#$&'()*+,/:;=?@-._~"
    const { base64, contentType } = await ask('wxacode.getUnlimited', { scene, page: 'pages/join/index', width: 430 })
    expect(contentType).toBe('image/png')
    const { data, width, height } = PNG.sync.read(Buffer.from(base64, 'base64'))
    expect(jsQR(new Uint8ClampedArray(data), width, height)?.data).toBe(
      `weapp://pages/join/index?scene=${encodeURIComponent(scene)}`,
    )
  })

  test.each([
    ['a scene over 32 characters', { scene: 'x'.repeat(33) }, 40169],
    ['a percent sign', { scene: 'a=%20' }, 40097],
    ['Chinese', { scene: '工地' }, 40097],
    ['a page with a slash before it', { scene: 'a', page: '/pages/x' }, 41030],
  ])('with %s is refused', async (_name, input, errCode) => {
    expect(await ask('wxacode.getUnlimited', input)).toMatchObject({ errCode })
  })
})

describe('a notice', () => {
  const send = (value = '已通过', templateId = 'T1') =>
    ask('subscribeMessage.send', {
      touser: OPENID,
      templateId,
      page: 'pages/me/index',
      data: { thing1: { value }, time2: { value: '2021年2月7日' } },
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

  test('a tap asks for at most three', async () => {
    expect((await post('/wx/subscribe', { templateIds: ['a', 'b', 'c', 'd'], accept: true })).body.errCode).toBe(20003)
  })
})

describe('a text check', () => {
  const check = (content: string, openid = OPENID) =>
    ask('security.msgSecCheck', { content, openid, version: 2, scene: 2 })
  test('passes, or says what it found', async () => {
    expect(await check('新年快乐')).toMatchObject({ result: { suggest: 'pass', label: 100 } })
    expect(await check('这里代开发票')).toMatchObject({ result: { suggest: 'risky', label: 20006 } })
  })
  test('is only for who was here within two hours', async () => {
    expect(await check('新年快乐', 'oNeverSeen')).toMatchObject({ errCode: 61010 })
  })
})

describe('a file', () => {
  test('written by a function is read back, linked for a while, and deleted', async () => {
    cloud.setNow(new Date('2021-02-07T02:00:00.000Z'))
    const fileID = await probe({ do: 'put', path: 'sealed/甲.txt', text: '内容' })
    expect(fileID).toMatch(/^cloud:\/\//)
    expect(await probe({ do: 'read', fileID })).toBe('内容')
    const { tempFileURL, status } = await probe({ do: 'link', fileID, maxAge: 600 })
    expect(status).toBe(0)
    expect(await (await fetch(tempFileURL)).text()).toBe('内容')
    expect((await fetch(`${tempFileURL}x`)).status).toBe(403)
    cloud.setNow(new Date('2021-02-07T02:10:01.000Z'))
    expect((await fetch(tempFileURL)).status).toBe(403)
    expect(await probe({ do: 'remove', fileID })).toMatchObject({ status: 0 })
    expect(await probe({ do: 'read', fileID })).toEqual({ errCode: -1 })
    expect(await probe({ do: 'remove', fileID })).toMatchObject({ status: -503003 })
  })

  test('a phone adds under inbox/ only, and not over somebody else', async () => {
    const bytes = new Blob(['photo'])
    const { status, body } = await post('/storage/upload?path=inbox/abc.jpg', bytes)
    expect(status).toBe(200)
    expect(await probe({ do: 'read', fileID: body.fileID })).toBe('photo')
    expect((await post('/storage/upload?path=inbox/abc.jpg', bytes, OTHER)).status).toBe(403)
    for (const path of ['sealed/a', 'inbox/../sealed/a', '/inbox/a', ''])
      expect((await post(`/storage/upload?path=${path}`, bytes)).status).toBe(403)
  })
})
