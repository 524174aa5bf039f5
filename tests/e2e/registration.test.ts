/** The whole story of a registration, on two phones: one person scans and registers with a poor signal, the other verifies. */
import { onThisDesk } from './elsewhere'
import type { Handset } from './handset'
import { agrees, numberOf, SITE, saysWhere } from './registering'
import { keepSteps, tooMuch } from './steps'
import { openWorld, type World } from './world'

const STORY = 'registration'
const NAME = '宋玉田'
const MASKED = '宋**'

let world: World

beforeAll(async () => {
  world = await openWorld()
})
afterAll(async () => {
  keepSteps(STORY)
  await world?.close()
})

/** Half way the signal goes: what was typed is there when the app is opened again. */
async function saysWhoWithoutSignal(worker: Handset): Promise<void> {
  await worker.sees('第 2 步，共 3 步')
  await worker.network(false)
  await worker.sees(/^没有信号/)
  await worker.photograph('no-signal')
  await worker.write('姓名', NAME)
  await worker.write('身份证号', numberOf(43, 555))
  await worker.network(true)
  await worker.reopen('/pages/worker/who/index')
  expect(await worker.answerIn('姓名')).toBe(NAME)
  await worker.pick('老家', '河北')
  await worker.photograph('who')
  await worker.tap('下一步')
}

test('one registers with a signal that comes and goes, the other verifies, and the card says so', async () => {
  const worker = await world.handset(STORY, 'newcomer')
  const officer = await world.handset(STORY, 'site-officer', '/desk/home/index')
  await worker.scan('扫码登记', await world.scene(SITE))
  await agrees(worker)
  await worker.tap('用微信手机号，点一下')
  await worker.photograph('may-we-know')
  await worker.answer({ sheet: 'phone-number', button: 'allow' })
  await saysWhoWithoutSignal(worker)
  await saysWhere(worker)

  await worker.network(false)
  await worker.tap('登记')
  await worker.sees('存好了')
  await worker.photograph('kept')
  await worker.network(true)
  await worker.sees(MASKED)
  await worker.sees('等核实')
  await worker.photograph('the-card')

  await officer.reopen('/desk/home/index')
  await officer.sees('名册')
  await officer.photograph('the-desk')
  await officer.tap('名册')
  await officer.tap(new RegExp(`^${NAME[0]}\\*\\*`))
  await officer.sees(SITE)
  await officer.photograph('the-person')
  await officer.tap('核实')
  await officer.sees(/核实好了/)

  await worker.reopen('/pages/worker/card/index')
  await worker.sees('已核实')
  await worker.photograph('verified')
})

onThisDesk('nothing a real phone would have refused was done on the way', async () => {
  expect(await world.faults()).toEqual([])
})

onThisDesk('no step sets more data at once than an old phone can bear', () => {
  expect(tooMuch()).toEqual([])
})
