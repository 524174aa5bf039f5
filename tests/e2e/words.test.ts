/** What becomes of public words: thanks with a picture, shown once both are checked; reported, taken down with its reason, contested, put back by somebody else. */
import { giftPicture } from '../../config/run/demo/picture'
import { CITY } from '../../config/run/demo/rows'
import { newRequest } from '../builders/town'
import { onThisDesk } from './elsewhere'
import type { Handset } from './handset'
import { keepSteps, tooMuch } from './steps'
import { openWorld, type World } from './world'

const STORY = 'words'
const MINE = '/wishes/mine/index'
const SAID = '/wishes/said/index'
const PROMISED = '/wishes/promised/index'
const QUEUE = '/desk/postings/index'
const THANKS = '年货很香，一家人吃得高兴，谢谢你们。'
const PICTURE = '谢谢的照片'
const WHY = '能看出是谁，换个说法'
const picture = { name: 'table.png', base64: giftPicture('festivalBox').toString('base64') }

let world: World

beforeAll(async () => {
  world = await openWorld()
})
afterAll(async () => {
  keepSteps(STORY)
  await world?.close()
})

const someone = (slug: string, entry: string): Promise<Handset> => world.handset(STORY, slug, entry)

/** Whom the city's admin has just invited. */
async function secondReviewer(): Promise<Handset> {
  const admin = await someone('city', '/desk/home/index')
  const scope = { level: 'city', id: CITY } as const
  const invitation = { requestId: newRequest(), role: 'contentReviewer', scope, hours: 24 } as const
  const { token } = await admin.asks.staff.invite(invitation)
  const reviewer = await someone('newcomer-2', '/desk/home/index')
  await reviewer.asks.staff.accept({ requestId: newRequest(), token, name: '许安' })
  await reviewer.reopen(QUEUE)
  return reviewer
}

onThisDesk('thanks in words and with a picture reach whoever lit the lamp, once both are checked', async () => {
  const worker = await someone('wisher', MINE)
  await worker.taps('说声谢谢，看经过', '说声谢谢')
  await worker.write('说声谢谢', THANKS)
  await worker.tap('拍照，或从相册选')
  await worker.answer({ sheet: 'privacy', button: 'allow' })
  await worker.answer({ sheet: 'files', files: [picture] })
  await worker.seesPicture('您选的照片')
  await worker.photograph('thanks')
  await worker.tap('送出去')
  await worker.sees('说过谢谢')
  await world.cloud.pushed()
  const company = await someone('company', PROMISED)
  await company.sees(`“${THANKS}”`)
  await company.seesPicture(PICTURE)
  await company.photograph('read')
})

onThisDesk(
  'what was reported is taken down with its reason, contested, and put back by a reviewer who never saw it',
  async () => {
    const company = await someone('company', PROMISED)
    await company.sees(`“${THANKS}”`)
    const { promised } = await company.asks.wish.promised({})
    const id = promised.flatMap(({ thanks }) => thanks).find(({ words }) => words === THANKS)?.postingId ?? ''
    const report = {
      requestId: newRequest(),
      id,
      version: 0,
      action: 'report',
      form: { reason: '看得出是谁' },
    } as const
    await company.asks.posting.act(report)

    const reviewer = await someone('content-reviewer', QUEUE)
    await reviewer.sees(`“${THANKS}”`)
    await reviewer.photograph('reported')
    await reviewer.taps('拿下来', WHY)
    await reviewer.photograph('why')
    await reviewer.tap('拿下来')
    await reviewer.sees(/^拿下来了/)
    await company.reopen(PROMISED)
    await company.seesPicture(PICTURE)
    await company.seesNo(`“${THANKS}”`)

    const worker = await someone('wisher', SAID)
    await worker.sees(`原因：${WHY}`)
    await worker.photograph('taken-down')
    await worker.tap('不服，说说为什么')
    await worker.write('自己写', '没写名字，也没写地方')
    await worker.tap('换个人再看')
    await worker.sees('在复看')
    await worker.photograph('contested')

    await reviewer.reopen(QUEUE)
    await reviewer.sees('您写的，或您定过的，换一个人看。')
    const other = await secondReviewer()
    await other.sees(`“${THANKS}”`)
    await other.photograph('contested-before-another')
    await other.tap('放回去')
    await other.sees(/^放回去了/)
    await company.reopen(PROMISED)
    await company.sees(`“${THANKS}”`)
  },
)

onThisDesk('nothing a real phone would have refused was done on the way', async () => {
  expect(await world.faults()).toEqual([])
})

onThisDesk('no step sets more data at once than an old phone can bear', () => {
  expect(tooMuch()).toEqual([])
})
