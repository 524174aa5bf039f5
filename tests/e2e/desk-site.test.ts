/** One site from poster to stopped code, on two phones: who keeps the site acts, and a newcomer meets what is on the wall. */
import { PNG } from 'pngjs'
import { toBuffer } from 'qrcode'
import { onThisDesk } from './elsewhere'
import type { Handset } from './handset'
import { keepSteps, tooMuch } from './steps'
import { openWorld, type World } from './world'

const STORY = 'desk-site'
const SITE = '长寿路三号楼工地'
const RENAMED = '长寿路三号楼工地东门'
const STOPPED = '码停用了'

let world: World
let keeper: Handset
let newcomer: Handset
let poster: Buffer

beforeAll(async () => {
  world = await openWorld()
  keeper = await world.handset(STORY, 'street', '/desk/sites/index')
  newcomer = await world.handset(STORY, 'newcomer', '/pages/home/index')
})
afterAll(async () => {
  keepSteps(STORY)
  await world?.close()
})

/** A code is looked up anew after a minute at the latest: a muster of a whole site costs one read. */
const minutesLater = (minutes: number): void => world.cloud.setNow(new Date(Date.now() + minutes * 60_000))

/** The poster hangs where it hung, and leads nowhere. */
async function meetsStopped(): Promise<void> {
  await newcomer.reopen('/pages/worker/scan/index')
  await newcomer.scanPicture('扫码', poster)
  await newcomer.sees(STOPPED)
}

test('a site is changed, and says so when it is opened again', async () => {
  await keeper.taps(SITE, /^改点位资料/)
  await keeper.write('点位名', RENAMED)
  await keeper.tap('存好')
  await keeper.sees('改了点位资料')
  await keeper.sees(RENAMED)
  await keeper.photograph('changed')
})

test('its poster is drawn with the new name', async () => {
  await keeper.tap('出海报')
  await keeper.seesPicture(`${RENAMED}的海报`)
  await keeper.photograph('poster')
})

onThisDesk('the poster is kept in the album and opened to print', async () => {
  poster = await keeper.keeps(async () => {
    await keeper.tap('存成图片')
    await keeper.answer({ sheet: 'privacy', button: 'allow' })
    await keeper.answer({ sheet: 'permission', button: 'allow' })
  })
  await keeper.sees('存好了，在相册里。')
  const { width, height } = PNG.sync.read(poster)
  expect(height / width).toBeCloseTo(Math.SQRT2, 1)
  await keeper.photograph('kept')

  await keeper.tap('打开来印')
  const paper = await keeper.keepsDocument()
  expect(paper.subarray(0, 5).toString()).toBe('%PDF-')
  expect(paper.subarray(-8).toString()).toContain('%%EOF')
  await keeper.answer({ sheet: 'document', button: 'cancel' })
})

onThisDesk(
  'whoever holds another code before the camera is told which kind it is, and the poster leads to the site',
  async () => {
    await newcomer.scanPicture('扫码登记', await toBuffer('https://example.com/pay'))
    await newcomer.sees('不是我们的码')
    await newcomer.photograph('foreign')
    await newcomer.scanPicture('再扫一次', PNG.sync.write(new PNG({ width: 40, height: 40 })))
    await newcomer.sheetSays('这张图里没有码，换一张试试')
    await newcomer.answer({ sheet: 'scan', button: 'cancel' })
    await newcomer.sees('不是我们的码')
    const scene = await world.scene(RENAMED)
    await newcomer.scan('再扫一次', `${scene.slice(0, -1)}${scene.endsWith('0') ? '1' : '0'}`)
    await newcomer.sees('码看不清')
    await newcomer.photograph('damaged')
    await newcomer.scanPicture('再扫一次', poster)
    await newcomer.sees(RENAMED)
    await newcomer.sees('您是在这里干活、或住在这里吗？')
  },
)

onThisDesk('the code is stopped without touching the screen, and its poster registers nobody any more', async () => {
  await keeper.press('停用这个码', 'Enter')
  await keeper.press('海报被人乱贴', 'Space')
  await keeper.photograph('why')
  await keeper.press('停用这个码', 'Enter')
  await keeper.sees(STOPPED)
  await keeper.sees(/^停用了码：海报被人乱贴/)
  await keeper.seesNo('出海报')
  await keeper.photograph('stopped')
  minutesLater(2)
  await meetsStopped()
  await newcomer.photograph('stopped')
})

onThisDesk('a new code shows no poster with the old one, and the old one stays dead', async () => {
  await keeper.taps('换新码', '海报坏了，要重印', '换新码')
  await keeper.sees('墙上贴的码')
  await keeper.sees('海报，A4 一张')
  await keeper.seesNoPicture(`${RENAMED}的海报`)
  await keeper.photograph('new-code')
  minutesLater(4)
  await meetsStopped()
})

onThisDesk('nothing a real phone would have refused was done on the way', async () => {
  expect(await world.faults()).toEqual([])
})

onThisDesk('no step sets more data at once than an old phone can bear', () => {
  expect(tooMuch()).toEqual([])
})
