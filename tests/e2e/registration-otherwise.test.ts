/** Registrations that do not go the usual way: refused consent, the largest letters, a stopped code, two officers at once. */
import { onThisDesk } from './elsewhere'
import type { Handset } from './handset'
import { agrees, numberOf, registers, registersAtOnce, SITE, saysWhere, saysWho } from './registering'
import { keepSteps, tooMuch } from './steps'
import { openWorld, type World } from './world'

const STORY = 'registration-otherwise'

let world: World

beforeAll(async () => {
  world = await openWorld()
})
afterAll(async () => {
  keepSteps(STORY)
  await world?.close()
})

test('whoever refuses WeChat’s privacy guide types the number, registers all the same, and is told when verified', async () => {
  const story = 'registration-refused'
  const worker = await world.handset(story, 'newcomer')
  const officer = await world.handset(story, 'site-officer', '/desk/home/index')
  await worker.scan('扫码登记', await world.scene(SITE))
  await agrees(worker, 'refuse')
  await worker.seesNo('用微信手机号，点一下')
  await worker.write('您的手机号', '19900008101')
  await worker.tap('下一步')
  await saysWho(worker, '宋玉田', numberOf(43, 601))
  await saysWhere(worker)
  await worker.sees('19900008101')
  await registers(worker)
  await worker.sees('等核实')
  await worker.photograph('the-card')

  const { card } = await worker.asks.worker.mine({})
  if (!card) throw new Error('nobody is registered on this phone')
  const { id, version } = card
  await officer.asks.worker.act({ requestId: 'story-verify', id, version, action: 'verify', form: {} })
  await worker.opensNotice('核实好了')
  await worker.sees('已核实')
})

test('with the largest letters one goes all the way, and refusing the phone number loses nothing', async () => {
  const story = 'registration-largest'
  const worker = await world.handset(story, 'newcomer-2')
  await worker.tap('换成大字')
  await worker.sees('标准')
  await worker.photograph('home')
  await worker.scan('扫码登记', await world.scene(SITE))
  await agrees(worker)
  await worker.tap('用微信手机号，点一下')
  await worker.answer({ sheet: 'phone-number', button: 'refuse' })
  await worker.photograph('refused')
  await worker.write('您的手机号', '19900008102')
  await worker.tap('下一步')
  await saysWho(worker, '欧阳·买买提', numberOf(36, 602))
  await saysWhere(worker)
  await registers(worker)
  await worker.sees('等核实')
  await worker.photograph('the-card')
  await worker.reopen()
  await worker.tap('换成标准字')
  await worker.sees('大字')
})

/** Both have the same registration before them; each has seen it waiting. */
async function opensWaiting(slug: string, story: string, name: RegExp): Promise<Handset> {
  const officer = await world.handset(story, slug, '/desk/roster/index')
  await officer.tap(name)
  await officer.sees('核实')
  return officer
}

test('of two officers with one registration open the second is told what became of it, and undoes nothing', async () => {
  const story = 'registration-stale'
  const worker = await world.handset(story, 'newcomer-3')
  await registersAtOnce(worker, await world.scene(SITE), { name: '邵长河', age: 44, at: 41 })
  const first = await opensWaiting('site-officer', story, /^邵\*\*/)
  const second = await opensWaiting('street', story, /^邵\*\*/)
  await second.taps('退回改', '手机号打不通')
  await second.photograph('has-chosen')
  await first.tap('核实')
  await first.sees(/核实好了/)
  await second.tap('退回改')
  await second.sees(/^刚才有人/)
  await second.photograph('is-told')
  await second.tap('看新的')
  await second.sees('已核实')
  await second.photograph('as-it-is')
  const { card } = await worker.asks.worker.mine({})
  expect(card?.state).toBe('verified')
})

/** The new code on the wall, typed: what was answered before is still there. */
async function goesOnWith(worker: Handset, code: string): Promise<void> {
  await worker.tap('输编号')
  await worker.write('码下面的编号', code)
  await worker.photograph('way-on')
  await worker.taps('看看是哪里', '是，登记', '证件号是隐私，我同意用它核对', '同意，去登记')
  await worker.tap('用微信手机号，点一下')
  await worker.answer({ sheet: 'phone-number', button: 'allow' })
  expect(await worker.answerIn('姓名')).toBe('邱月')
  await worker.taps('下一步', '下一步')
  await registers(worker)
}

test('a code stopped while somebody fills in their registration says so, keeps every answer, and leads on', async () => {
  const story = 'registration-revoked'
  const worker = await world.handset(story, 'newcomer-4')
  await worker.scan('扫码登记', await world.scene(SITE))
  await agrees(worker)
  await worker.tap('用微信手机号，点一下')
  await worker.answer({ sheet: 'phone-number', button: 'allow' })
  await saysWho(worker, '邱月', numberOf(29, 604))
  await saysWhere(worker)
  const keeper = await world.handset(story, 'street', '/desk/sites/index')
  await keeper.taps(SITE, '停用这个码', '活干完了', '停用这个码')
  await keeper.sees('码停用了')
  await registers(worker)
  await worker.sees(/^这个码停用了。找工地负责人换新码/)
  await worker.photograph('stopped')

  await keeper.taps('换新码', '海报坏了，要重印', '换新码')
  await keeper.sees('墙上贴的码')
  await goesOnWith(worker, (await world.scene(SITE)).replace(/^.*=/, ''))
  await worker.sees('等核实')
  await worker.photograph('the-card')
})

onThisDesk('nothing a real phone would have refused was done on the way', async () => {
  expect(await world.faults()).toEqual([])
})

onThisDesk('no step sets more data at once than an old phone can bear', () => {
  expect(tooMuch()).toEqual([])
})
