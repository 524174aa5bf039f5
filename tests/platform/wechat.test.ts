/** What WeChat itself gives: numbers, codes, links, files. */
import jsQR from 'jsqr'
import { PNG } from 'pngjs'
import type { Cloud } from '../../platform/cloud'
import { phoneOf, removeFolders, start } from './start'

const OPENID = 'oWorkerNumberOne'
const OTHER = 'oSomebodyElse'
const AT = new Date('2021-02-07T02:00:00.000Z')
const openapi = [
  'phonenumber.getPhoneNumber',
  'urllink.generate',
  'urlscheme.generate',
  'wxacode.get',
  'wxacode.getUnlimited',
]

let cloud: Cloud
let phone: ReturnType<typeof phoneOf>
beforeAll(async () => {
  cloud = await start(
    {
      functions: { probe: { openapi, timeoutSeconds: 20 }, 'probe-bare': { timeoutSeconds: 20 } },
      storage: { clientWrite: ['inbox/'] },
    },
    { phones: { [OPENID]: '13800000001' } },
  )
  phone = phoneOf(cloud.url, OPENID)
})
afterAll(async () => {
  await cloud.stop()
  removeFolders()
})
afterEach(() => {
  cloud.setNow(undefined)
  cloud.setPhoneQuota(true)
})

const post: typeof phone.post = (...given) => phone.post(...given)
const probe: typeof phone.probe = (...given) => phone.probe(...given)
const ask: typeof phone.ask = (...given) => phone.ask(...given)

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
    expect(await ask('wxacode.get', {})).toMatchObject({ errCode: -604100 })
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

describe('a link into the app', () => {
  test('is made in both forms, and says what it opens and until when', async () => {
    cloud.setNow(AT)
    const target = { path: 'pages/join/index', query: 's=SH01' }
    const { openlink } = await ask('urlscheme.generate', { jumpWxa: target, expireType: 1, expireInterval: 7 })
    const { urlLink } = await ask('urllink.generate', { ...target, expireType: 0, expireTime: 1612749600 })
    expect(openlink).toMatch(/^weixin:\/\/dl\/business\/\?t=[\w-]+$/)
    expect(urlLink).toMatch(/^https:\/\/wxaurl\.cn\/[\w-]+$/)
    expect(cloud.links()).toEqual([
      { link: urlLink, page: 'pages/join/index', query: 's=SH01', until: '2021-02-08T02:00:00.000Z' },
      { link: openlink, page: 'pages/join/index', query: 's=SH01', until: '2021-02-14T02:00:00.000Z' },
    ])
  })

  test.each([
    ['a page with its query in it', { path: 'pages/join/index?s=1' }, 40165],
    ['a query in Chinese', { query: '工地' }, 40212],
    ['more than thirty days', { expireType: 1, expireInterval: 31 }, 85401],
    ['an end in the past', { expireType: 0, expireTime: 1 }, 85401],
  ])('with %s is refused', async (_name, input, errCode) => {
    expect(await ask('urllink.generate', input)).toMatchObject({ errCode })
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
