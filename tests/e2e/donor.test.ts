/** What else befalls whoever lights: no signal, somebody faster, full hands, second thoughts; a company; and what is kept of it. */
import { PNG } from 'pngjs'
import { kindLine } from '../../domain/wish/kinds'
import { newRequest } from '../builders/town'
import { onThisDesk } from './elsewhere'
import type { Handset } from './handset'
import { keepSteps, tooMuch } from './steps'
import { openWorld, type World } from './world'

const STORY = 'donor'
const WALL = '/pages/wish/index'
const PROMISED = '/wishes/promised/index'

let world: World

beforeAll(async () => {
  world = await openWorld()
})
afterAll(async () => {
  keepSteps(STORY)
  await world?.close()
})

const someone = (slug: string, entry = WALL): Promise<Handset> => world.handset(STORY, slug, entry)

/** Of the demo city's wall, as whoever asks may see it. */
const darkOnes = async (phone: Handset): Promise<string[]> => {
  const { drives } = await phone.asks.wish.drives({})
  const { lamps } = await phone.asks.wish.wall({ driveId: drives[0]?.id ?? '', isDark: true })
  return lamps.map(({ id }) => id)
}
const lampPage = (id: string | undefined): string => `/wishes/lamp/index?id=${id}`
const held = async (phone: Handset) => (await phone.asks.wish.promised({})).promised

test('without a signal no lamp is lit, and tried again it is lit once', async () => {
  const donor = await someone('newcomer-2')
  await donor.sees('静安区点亮微心愿')
  await donor.network(false)
  await donor.sees(/^没有信号/)
  await donor.photograph('wall-without-signal')
  await donor.network(true)
  const [lamp] = await darkOnes(donor)
  await donor.reopen(lampPage(lamp))
  await donor.sees('点亮它')
  await donor.network(false)
  await donor.tap('点亮它')
  await donor.sees(/^没有信号，不知道点上没有/)
  await donor.photograph('no-signal')
  await donor.network(true)
  await donor.tap('点亮它')
  await donor.sees(/^您点亮了第/)
  expect(await held(donor)).toHaveLength(1)
  await donor.tap('撤回')
  await donor.sees('点亮它')
  expect(await held(donor)).toEqual([])
})

test('whoever is slower sees it flare by itself, and goes to one like it', async () => {
  const slow = await someone('newcomer-2')
  const [lamp] = await darkOnes(slow)
  await slow.reopen(lampPage(lamp))
  await slow.sees('点亮它')
  const fast = await someone('newcomer-3', lampPage(lamp))
  await fast.tap('点亮它')
  await fast.sees(/^您点亮了第/)
  await slow.tap('点亮它')
  await slow.sees('刚被别人点亮了，看看旁边这盏')
  await slow.photograph('somebody-was-faster')
  await slow.tap('看旁边这盏')
  await slow.tap('点亮它')
  await slow.sees(/^您点亮了第/)
})

test('with full hands one brings a gift first; a text that is wrong is reported where it stands', async () => {
  const donor = await someone('newcomer-3')
  for (const lamp of (await darkOnes(donor)).slice(0, 2)) {
    await donor.reopen(lampPage(lamp))
    await donor.tap('点亮它')
    await donor.sees(/^您点亮了第/)
  }
  const [fourth] = await darkOnes(donor)
  await donor.reopen(lampPage(fourth))
  await donor.tap('点亮它')
  await donor.sees(/先送一盏再点/)
  await donor.photograph('full-hands')
  await donor.taps('这句话不合适，举报', '看得出是谁', '举报')
  await donor.sees('收下了，审核员会看。')
})

test('a company that never lit a lamp asks, is given four, and lights those nobody was faster at', async () => {
  const company = await someone('newcomer-4')
  await company.tap('单位多点几盏')
  await company.write('单位名称', '静安区大众浴室')
  await company.tap('告诉工会')
  await company.sees('单位，工会在看')
  await company.tap('工会找谁')
  await company.tap('自己输手机号')
  await company.write('怎么称呼您', '浴室老板')
  await company.write('手机号', '13812340000')
  await company.tap('告诉工会')
  await company.photograph('company-asked')
  const union = await someone('union', '/desk/companies/index')
  await union.sees('静安区大众浴室')
  await union.tap('同意，定几盏')
  await union.write('手上最多能有几盏没送的', '4')
  await union.tap('同意')
  await union.sees('静安区大众浴室能同时点 4 盏了。')
  await company.reopen(WALL)
  await company.tap('单位多点几盏')
  await company.sees('选几盏，最多 4 盏')
  const { drives } = await company.asks.wish.drives({})
  const { lamps } = await company.asks.wish.wall({ driveId: drives[0]?.id ?? '', isDark: true, limit: 20 })
  const gifts = [...new Set(lamps.map(({ kind, detail }) => kindLine(kind, detail)))].slice(0, 4)
  await company.taps(...gifts)
  await company.photograph('company-picked')
  const wishId = lamps.filter(({ kind, detail }) => kindLine(kind, detail) === gifts[0]).at(-1)?.id ?? ''
  await union.asks.wish.light({ requestId: newRequest(), wishId })
  await company.tap('点亮 4 盏')
  await company.sees('点亮了 3 盏')
  await company.sees('1 盏没点上：刚被别人点亮了，看看旁边这盏')
  await company.photograph('company-lit')
  expect(await held(company)).toHaveLength(3)
})

test('whoever brought one keeps a poster and a certificate, and calls friends to the wall', async () => {
  const donor = await someone('donor', PROMISED)
  await donor.tap('纪念海报和证书')
  await donor.seesPicture('纪念海报')
  await donor.tap('证书')
  await donor.seesPicture('证书')
  await donor.photograph('certificate')
  await donor.reopen(WALL)
  await donor.tap('叫上朋友')
  await donor.seesPicture('活动的海报，带码')
  await donor.photograph('poster')
})

onThisDesk('the poster of the drive lands in the album', async () => {
  const donor = await someone('donor', WALL)
  await donor.tap('叫上朋友')
  const poster = await donor.keeps(async () => {
    await donor.tap('存进相册')
    await donor.answer({ sheet: 'privacy', button: 'allow' })
    await donor.answer({ sheet: 'permission', button: 'allow' })
  })
  await donor.sees('存好了，在相册里。')
  expect(PNG.sync.read(poster).width).toBeGreaterThan(700)
})

onThisDesk('after ten minutes a lamp is given up, and somebody else may light it', async () => {
  const donor = await someone('newcomer-2', PROMISED)
  world.cloud.setNow(new Date(Date.now() + 11 * 60_000))
  const before = await held(donor)
  await donor.reopen(PROMISED)
  await donor.tap('不送了')
  await donor.sees('灯会灭，让给别人来点。许愿的人不知道是谁点过。')
  await donor.photograph('gives-up')
  await donor.tap('不送了，让给别人')
  await donor.sees('还没点过灯')
  expect(await darkOnes(donor)).toContain(before[0]?.id)
})

onThisDesk('nothing a real phone would have refused was done on the way', async () => {
  expect(await world.faults()).toEqual([])
})

onThisDesk('no step sets more data at once than an old phone can bear', () => {
  expect(tooMuch()).toEqual([])
})
