/** The whole story with two people: one scans, agrees and registers with a poor signal; the other finds and verifies them. */
import type { Page, Request } from 'playwright-core'
import { phoneOf } from '../../config/run/demo/caller'
import { bornYearsAgo, madeUpNumber } from '../../config/run/demo/documents'
import { CITY } from '../../config/run/demo/rows'
import { onOf } from '../../domain/kernel/time'
import { settled } from './settled'
import { openStage, type Phone, type Stage } from './stage'
import { sees, tap, write } from './story'

const SITE = '长寿路三号楼工地'
const NAME = '宋玉田'
const MASKED = '宋**'

let stage: Stage
let worker: Phone
let officer: Phone

async function pick(page: Page, question: string, answer: string): Promise<void> {
  await page
    .getByRole('button', { name: new RegExp(`^${question}，`) })
    .filter({ visible: true })
    .click()
  await page.getByRole('radio', { name: answer, exact: true }).filter({ visible: true }).click()
}

const isRegistration = (request: Request): boolean => request.postData()?.includes('"endpoint":"register"') === true

beforeAll(async () => {
  stage = await openStage()
  ;[worker, officer] = await Promise.all([stage.phone('newcomer', 'standard'), stage.phone('site-officer', 'standard')])
}, 60_000)
afterAll(() => stage?.close())

async function sceneOnTheWall(): Promise<string> {
  const { rows } = await phoneOf(stage.cloud, 'city').site.list({ scope: { level: 'city', id: CITY } })
  return rows.find(({ name }) => name === SITE)?.scene ?? ''
}

async function agree(page: Page): Promise<void> {
  await sees(page, SITE)
  await tap('是，登记')(page)
  await sees(page, '谁能看')
  await tap('证件号是隐私，我同意用它核对')(page)
  await tap('同意，去登记')(page)
}

/** Half way the signal goes: what was typed is there when the app is opened again. */
async function sayWho(page: Page): Promise<void> {
  await tap('用微信手机号，点一下')(page)
  await sees(page, '第 2 步，共 3 步')
  await worker.context.setOffline(true)
  await sees(page, /^没有信号/)
  await write(page, '姓名', NAME)
  await write(page, '身份证号', madeUpNumber('13', bornYearsAgo(43, onOf(new Date())), 555))
  await worker.context.setOffline(false)
  await page.reload()
  await settled(page)
  expect(await page.getByLabel('姓名', { exact: true }).last().inputValue()).toBe(NAME)
  await pick(page, '老家', '河北')
  await tap('下一步')(page)
}

async function sayWhere(page: Page): Promise<void> {
  await sees(page, '第 3 步，共 3 步')
  await tap('工厂、园区、工地')(page)
  await pick(page, '干什么活', '建筑')
  await tap('留下过年')(page)
  await pick(page, '跟谁一起', '自己')
  await tap('不接触')(page)
  await tap('下一步')(page)
  await sees(page, '点了才算登记')
}

describe('two people', () => {
  test('one registers with a signal that comes and goes, the other verifies, and the card says so', async () => {
    const page = await worker.open(`/pages/worker/scan/index?scene=${encodeURIComponent(await sceneOnTheWall())}`)
    const sent: Request[] = []
    page.on('requestfinished', (request) => isRegistration(request) && sent.push(request))

    await agree(page)
    await sayWho(page)
    await sayWhere(page)

    await worker.context.setOffline(true)
    await tap('登记')(page)
    await sees(page, '存好了')
    expect(sent).toHaveLength(0)
    await worker.context.setOffline(false)
    await sees(page, MASKED)
    await sees(page, '等核实')
    expect(sent).toHaveLength(1)

    const desk = await officer.open('/desk/home/index')
    await tap('名册')(desk)
    await tap(MASKED)(desk)
    await sees(desk, SITE)
    await tap('核实')(desk)
    await sees(desk, /核实好了/)

    await page.reload()
    await sees(page, '已核实')
  }, 120_000)
})
