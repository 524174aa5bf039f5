/** What the desk does besides verifying, in a browser from its front door: each deed, and what the other person sees of it. */
import { readFileSync } from 'node:fs'
import type { Download, Page } from 'playwright-core'
import { PNG } from 'pngjs'
import { toBuffer } from 'qrcode'
import { phoneOf } from '../../config/run/demo/caller'
import { CITY } from '../../config/run/demo/rows'
import { register } from './cast'
import { settled } from './settled'
import { openStage, type Stage } from './stage'
import { inFront, sees, tap, taps, write } from './story'

const SITE = '长寿路三号楼工地'
const RENAMED = '长寿路三号楼工地东门'
const STOPPED = '码停用了'

let stage: Stage

beforeAll(async () => {
  stage = await openStage()
}, 60_000)
afterAll(() => stage?.close())

const open = async (slug: string, path: string): Promise<Page> => (await stage.phone(slug, 'standard')).open(path)

const fileOf = async (download: Download): Promise<Buffer> => readFileSync(await download.path())

/** Picks a picture where a phone would open its scanner. */
async function scan(page: Page, button: string, picture: Buffer): Promise<void> {
  const [chooser] = await Promise.all([page.waitForEvent('filechooser'), tap(button)(page)])
  await chooser.setFiles({ name: 'code.png', mimeType: 'image/png', buffer: picture })
}

/** The choice is drawn before the next tap, as for anybody who looks before they tap. */
const seesChosen = (page: Page, answer: string): Promise<void> =>
  page.getByRole('radio', { name: answer, checked: true }).waitFor()

async function because(page: Page, reason: string, deed: string): Promise<void> {
  await tap(reason)(page)
  await seesChosen(page, reason)
  await tap(deed)(page)
}

/** A code is looked up anew after a minute at the latest: a muster of a whole site costs one read. */
const minutesLater = (minutes: number): void => stage.cloud.setNow(new Date(Date.now() + minutes * 60_000))

/** Without a finger or a mouse. */
async function press(page: Page, name: string, key: 'Enter' | 'Space'): Promise<void> {
  await inFront(page, name).evaluate((element) => {
    const pressed = element.closest('[tabindex]')
    if (pressed instanceof HTMLElement) pressed.focus()
  })
  await page.keyboard.press(key)
}

describe('a site', () => {
  let desk: Page
  let poster: Buffer

  test('is changed, and says so when it is opened again', async () => {
    desk = await open('street', '/desk/sites/index')
    await taps(SITE, '改点位资料')(desk)
    await write(desk, '点位名', RENAMED)
    await tap('存好')(desk)
    await sees(desk, '改了点位资料')
    await inFront(desk, RENAMED).waitFor()
  })

  test('has its poster drawn with the new name, kept as a picture and opened to print', async () => {
    await tap('出海报')(desk)
    await desk.getByRole('img', { name: `${RENAMED}的海报` }).waitFor()
    const [picture] = await Promise.all([desk.waitForEvent('download'), tap('存成图片')(desk)])
    await sees(desk, '存好了，在“下载”里。')
    expect(picture.suggestedFilename()).toBe('nuanhu.png')
    poster = await fileOf(picture)
    const { width, height } = PNG.sync.read(poster)
    expect(height / width).toBeCloseTo(Math.SQRT2, 1)

    const [paper] = await Promise.all([desk.context().waitForEvent('page'), tap('打开来印')(desk)])
    const printed = await desk.evaluate(async (url) => (await fetch(url)).text(), paper.url())
    expect(printed.slice(0, 5)).toBe('%PDF-')
    await paper.close()
    await desk.bringToFront()
  })

  test('is found by whoever picks a picture of its poster, and no other picture leads anywhere', async () => {
    const page = await open('newcomer', '/pages/home/index')
    await scan(page, '扫码登记', await toBuffer('https://example.com/pay'))
    await sees(page, '不是我们的码')
    await scan(page, '再扫一次', PNG.sync.write(new PNG({ width: 40, height: 40 })))
    await sees(page, '码看不清')
    await scan(page, '再扫一次', poster)
    await sees(page, RENAMED)
    await sees(page, '是，登记')
  })

  test('is stopped by keyboard alone, and its poster registers nobody any more', async () => {
    await press(desk, '停用这个码', 'Enter')
    await press(desk, '海报被人乱贴', 'Space')
    await seesChosen(desk, '海报被人乱贴')
    await press(desk, '停用这个码', 'Enter')
    await sees(desk, STOPPED)
    await sees(desk, /^停用了码：海报被人乱贴/)
    expect(await inFront(desk, '出海报').count()).toBe(0)
    minutesLater(2)
    const page = await open('newcomer', '/pages/worker/scan/index')
    await scan(page, '扫码', poster)
    await sees(page, STOPPED)
  })

  test('gets a new code, shows no poster with the old one, and the old one stays dead', async () => {
    await tap('换新码')(desk)
    await because(desk, '海报坏了，要重印', '换新码')
    await sees(desk, '墙上贴的码')
    await sees(desk, '出海报')
    expect(await desk.getByRole('img', { name: `${RENAMED}的海报` }).count()).toBe(0)
    minutesLater(4)
    const page = await open('newcomer', '/pages/worker/scan/index')
    await scan(page, '扫码', poster)
    await sees(page, STOPPED)
  })
})

test('an invitation taken back lets nobody in, and says whom to ask', async () => {
  const desk = await open('union', '/desk/home/index')
  await taps('邀请同事', '工地管理员', '曹家渡街道', '悦来旅店', '出邀请码')(desk)
  const token = await desk.locator('#token').innerText()
  const guest = await open('newcomer-2', '/desk/accept/index')
  await write(guest, '邀请码', token)
  await tap('看看是什么邀请')(guest)
  await sees(guest, '邀请您做工地管理员')
  await tap('发错了，收回这张码')(desk)
  await sees(desk, '收回了，这张码不能用了。')
  await write(guest, '您的姓名', '冯远')
  await tap('接受')(guest)
  await sees(guest, /^这张邀请码用过了、过期了，或不对/)
  const { grants } = await phoneOf(stage.cloud, 'newcomer-2').staff.me({})
  expect(grants).toEqual([])
})

test('somebody whose role is ended sees nothing of the desk from then on', async () => {
  const theirs = await open('supervisor', '/desk/home/index')
  await sees(theirs, '名册')
  const desk = await open('city', '/desk/people/index')
  await desk.getByRole('button', { name: /^方\*\* · 督查员/ }).click()
  await tap('留着')(desk)
  await desk.getByRole('button', { name: /^方\*\* · 督查员/ }).click()
  await tap('收回督查员的身份')(desk)
  await sees(desk, '方**不再是上海市的督查员。')
  await inFront(desk, '方** · 督查员').waitFor({ state: 'hidden' })
  await theirs.reload()
  await settled(theirs)
  await sees(theirs, '您还没有工作台的身份')
  expect(await inFront(theirs, '名册').count()).toBe(0)
})

describe('two registrations with one document', () => {
  const AGE = 39
  const pair = async (first: string, second: string, at: number): Promise<void> => {
    const { rows } = await phoneOf(stage.cloud, 'city').site.list({ scope: { level: 'city', id: CITY } })
    const scene = rows.find(({ name }) => name === '悦来旅店')?.scene ?? ''
    await register(stage.cloud, scene, { slug: first, name: '许青山', age: AGE }, at)
    await register(stage.cloud, scene, { slug: second, name: '曾四海', age: AGE }, at)
  }
  const openQuestioned = async (): Promise<Page> => {
    const desk = await open('street', '/desk/roster/index')
    await desk.getByRole('radio', { name: '等核对' }).click()
    await tap('曾**')(desk)
    await sees(desk, '登记了，证件号和别人的一样，等核对')
    return desk
  }

  test('are settled for the second: the first one stops, and both are told', async () => {
    await pair('newcomer-10', 'newcomer-11', 31)
    const desk = await openQuestioned()
    await tap('证件是他的')(desk)
    await sees(desk, '曾**：证件核对好了')
    await sees(await open('newcomer-11', '/pages/worker/card/index'), '等核实')
    const stopped = await open('newcomer-10', '/pages/worker/card/index')
    await sees(stopped, '要改')
    await sees(stopped, /同一个证件号，核对后是另一份登记的/)
  })

  test('are refused to the second: the first one stays, and the second reads why', async () => {
    await pair('newcomer-12', 'newcomer-13', 32)
    const desk = await openQuestioned()
    await tap('证件不是他的')(desk)
    await because(desk, '证件没带来，核对不了', '证件不是他的')
    await sees(desk, '曾**：证件没核对上，要改')
    await sees(await open('newcomer-12', '/pages/worker/card/index'), '等核实')
    await sees(await open('newcomer-13', '/pages/worker/card/index'), /证件没带来，核对不了/)
  })
})
