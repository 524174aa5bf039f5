/** What WeChat says of a text at once and of a picture later, and the push that tells it. */
import type { Cloud } from '../../platform/cloud'
import { phoneOf, removeFolders, start } from './start'

const OPENID = 'oWorkerNumberOne'
const OTHER = 'oSomebodyElse'

let cloud: Cloud
let phone: ReturnType<typeof phoneOf>
beforeAll(async () => {
  cloud = await start({
    functions: {
      probe: { openapi: ['security.msgSecCheck', 'security.mediaCheckAsync'], timeoutSeconds: 20 },
      'probe-push': { calledBy: ['push'], timeoutSeconds: 20 },
    },
    collections: { things: {} },
  })
  phone = phoneOf(cloud.url, OPENID)
})
afterAll(async () => {
  await cloud.stop()
  removeFolders()
})
afterEach(() => cloud.setNow(undefined))

const post: typeof phone.post = (...given) => phone.post(...given)
const probe: typeof phone.probe = (...given) => phone.probe(...given)
const ask: typeof phone.ask = (...given) => phone.ask(...given)

const AT = new Date('2021-02-07T02:00:00.000Z')
const later = (ms: number) => new Date(AT.getTime() + ms)

describe('a text check', () => {
  const check = (content: string, openid = OPENID, more: object = {}) =>
    ask('security.msgSecCheck', { content, openid, version: 2, scene: 2, ...more })

  test('passes, or says what it found, in the shape of WeChat', async () => {
    expect(await check('新年快乐')).toMatchObject({ result: { suggest: 'pass', label: 100 } })
    expect(await check('这里代开发票')).toEqual({
      errCode: 0,
      errMsg: expect.any(String),
      result: { suggest: 'risky', label: 20006 },
      detail: [
        { strategy: 'content_model', errcode: 0, suggest: 'risky', label: 20006, prob: 90 },
        { strategy: 'keyword', errcode: 0, suggest: 'risky', label: 20006, level: 90, keyword: '代开发票' },
      ],
      traceId: expect.stringMatching(/^[0-9a-f]{8}-[0-9a-f]{8}-[0-9a-f]{8}$/),
    })
    expect(await check('加我微信')).toMatchObject({ result: { suggest: 'review', label: 10001 } })
    expect(await check('好', OPENID, { nickname: '办假证' })).toMatchObject({ result: { suggest: 'risky' } })
  })

  test.each([
    ['an older version', '好', { version: 1 }, 40097],
    ['no scene', '好', { scene: 9 }, 40097],
    ['nothing to check', '', {}, 44002],
    ['more than 2,500 characters', '好'.repeat(2501), {}, 45002],
  ])('with %s is refused', async (_name, content, more, errCode) => {
    expect(await check(content, OPENID, more)).toMatchObject({ errCode })
  })

  test('is only for who was here within two hours', async () => {
    expect(await check('新年快乐', 'oNeverSeen')).toMatchObject({ errCode: 61010 })
    cloud.setNow(AT)
    await probe({ do: 'count' }, OTHER)
    cloud.setNow(later(2 * 3_600_000))
    expect(await check('新年快乐', OTHER)).toMatchObject({ errCode: 0 })
    cloud.setNow(later(2 * 3_600_000 + 1))
    expect(await check('新年快乐', OTHER)).toMatchObject({ errCode: 61010 })
  })
})

describe('a check of a picture', () => {
  const check = (media_url: string) =>
    ask('security.mediaCheckAsync', { media_url, media_type: 2, version: 2, scene: 3, openid: OPENID })
  const linkTo = async (path: string, text: string) =>
    (await probe({ do: 'link', fileID: await probe({ do: 'put', path, text }) })).tempFileURL
  const verdictOn = async (traceId: string) => {
    await cloud.pushed()
    const rows: { trace_id?: string }[] = await probe({ do: 'rows' })
    return rows.find(({ trace_id }) => trace_id === traceId)
  }

  test('answers a trace at once and its verdict later, to the push function', async () => {
    await cloud.refuseMedia(Buffer.from('indecent'))
    const [good, bad] = [await linkTo('good', 'a family'), await linkTo('bad', 'indecent')]
    const { traceId: ofGood } = await check(good)
    const { errCode, traceId: ofBad } = await check(bad)
    expect(errCode).toBe(0)
    expect(await verdictOn(ofGood)).toMatchObject({ result: { suggest: 'pass', label: 100 }, errcode: 0 })
    expect(await verdictOn(ofBad)).toMatchObject({
      SOURCE: 'wx_push',
      MsgType: 'event',
      Event: 'wxa_media_check',
      FromUserName: OPENID,
      appid: 'wxlocal00000000001',
      version: 2,
      errcode: 0,
      errmsg: 'ok',
      result: { suggest: 'risky', label: 20002 },
      detail: [{ strategy: 'content_model', errcode: 0, suggest: 'risky', label: 20002, prob: 90 }],
    })
  })

  test('of something that cannot be fetched says so in the push', async () => {
    const { traceId } = await check('https://example.com/a.jpg')
    expect(await verdictOn(traceId)).toMatchObject({ errcode: -1008, detail: [] })
  })

  test('is told again when the push function fails', async () => {
    cloud.faults.on({ at: 'function', name: 'probe-push', kind: 'error', nth: 1 })
    const { traceId } = await check(await linkTo('again', 'a dog'))
    expect(await verdictOn(traceId)).toMatchObject({ result: { suggest: 'pass' } })
    cloud.faults.off()
  })

  test('nobody but WeChat starts the push function', async () => {
    const event = { MsgType: 'event', Event: 'wxa_media_check' }
    expect((await post('/call/probe-push', event)).status).toBe(403)
    expect((await post('/call/probe', { do: 'callOther', name: 'probe-push', data: event })).status).toBe(500)
    await expect(cloud.call('probe-push', { event, source: 'wx_trigger' })).rejects.toThrow('not open')
  })
})
