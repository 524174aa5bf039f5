/** The whole story of a registration, on two phones: one person scans and registers with a poor signal, the other verifies. */
import { bornYearsAgo, madeUpNumber } from '../../config/run/demo/documents'
import { onOf } from '../../domain/kernel/time'
import type { Handset } from './handset'
import { keepSteps } from './steps'
import { openWorld, type World } from './world'

const STORY = 'registration'
const SITE = '长寿路三号楼工地'
const NAME = '宋玉田'
const MASKED = '宋**'
const number = madeUpNumber('13', bornYearsAgo(43, onOf(new Date())), 555)

let world: World

beforeAll(async () => {
  world = await openWorld()
}, 60_000)
afterAll(async () => {
  keepSteps(STORY)
  await world?.close()
})

async function agree(worker: Handset): Promise<void> {
  await worker.sees(SITE)
  await worker.photograph('1-the-site')
  await worker.tap('是，登记')
  await worker.sees('谁能看')
  await worker.photograph('2-who-may-see')
  await worker.tap('证件号是隐私，我同意用它核对')
  await worker.tap('同意，去登记')
  await worker.answer({ sheet: 'privacy', button: 'confirm' })
}

/** Half way the signal goes: what was typed is there when the app is opened again. */
async function sayWho(worker: Handset): Promise<void> {
  await worker.photograph('3-the-number')
  await worker.tap('用微信手机号，点一下')
  await worker.answer({ sheet: 'phone-number', button: 'allow' })
  await worker.sees('第 2 步，共 3 步')
  await worker.network(false)
  await worker.sees(/^没有信号/)
  await worker.photograph('4-no-signal')
  await worker.write('姓名', NAME)
  await worker.write('身份证号', number)
  await worker.network(true)
  await worker.reopen('/pages/worker/who/index')
  expect(await worker.answerIn('姓名')).toBe(NAME)
  await worker.pick('老家', '河北')
  await worker.photograph('5-who')
  await worker.tap('下一步')
}

async function sayWhere(worker: Handset): Promise<void> {
  await worker.sees('第 3 步，共 3 步')
  await worker.tap('工厂、园区、工地')
  await worker.pick('干什么活', '建筑')
  await worker.tap('留下过年')
  await worker.pick('跟谁一起', '自己')
  await worker.tap('不接触')
  await worker.photograph('6-where')
  await worker.tap('下一步')
  await worker.sees('点了才算登记')
  await worker.photograph('7-check')
}

test('one registers with a signal that comes and goes, the other verifies, and the card says so', async () => {
  const worker = await world.handset(STORY, 'newcomer')
  await worker.scan('扫码登记', await world.scene(SITE))
  await agree(worker)
  await sayWho(worker)
  await sayWhere(worker)

  await worker.network(false)
  await worker.tap('登记')
  await worker.answer({ sheet: 'subscribe', button: 'allow' })
  await worker.sees('存好了')
  await worker.photograph('8-kept')
  await worker.network(true)
  await worker.sees(MASKED)
  await worker.sees('等核实')
  await worker.photograph('9-the-card')

  const officer = await world.handset(STORY, 'site-officer', '/desk/home/index')
  await officer.sees('名册')
  await officer.photograph('10-the-desk')
  await officer.tap('名册')
  await officer.tap(new RegExp(`^${NAME[0]}\\*\\*`))
  await officer.sees(SITE)
  await officer.photograph('11-the-person')
  await officer.tap('核实')
  await officer.sees(/核实好了/)

  await worker.reopen('/pages/worker/card/index')
  await worker.sees('已核实')
  await worker.photograph('12-verified')
}, 120_000)

test('nothing a real phone would have refused was done on the way', async () => {
  expect(await world.faults()).toEqual([])
})
