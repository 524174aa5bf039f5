/** The story of a wish, to the thanks for it: the worker, two unions, the donor and the station, each on their own phone. */
import { giftPicture } from '../../config/run/demo/picture'
import { onThisDesk } from './elsewhere'
import type { Handset } from './handset'
import { registersAtOnce, SITE } from './registering'
import { keepSteps, tooMuch } from './steps'
import { openWorld, type World } from './world'

const STORY = 'wish'
/** No other wish of the demo city waits for just this. */
const GIFT = '爱心书包，四年级用'
const STORY_WORDS = '女儿个子小，想要一个轻一点的。'
const THANKS = '书包很轻，孩子天天背，谢谢您。'
const picture = { name: 'bag.png', base64: giftPicture('schoolBag').toString('base64') }

let world: World

beforeAll(async () => {
  world = await openWorld()
})
afterAll(async () => {
  keepSteps(STORY)
  await world?.close()
})

/** What would tell who wishes is marked as it is typed, and taken out with a tap; the signal goes before it is sent. */
async function wishes(worker: Handset): Promise<void> {
  await worker.tap(/^许个心愿/)
  await worker.sees('第 1 步，共 3 步')
  await worker.photograph('what')
  await worker.taps(/^爱心书包/, '下一步', '四年级', '下一步')
  await worker.write('说两句', `${STORY_WORDS}电话13812340000`)
  await worker.tap('下一步')
  await worker.sees('有 1 处要改，别人会认出您')
  await worker.photograph('marked')
  await worker.tap('拿掉')
  await worker.write('说两句', STORY_WORDS)
  await worker.tap('下一步')
  await worker.sees('工会看过就挂上墙，2 个工作日内')
  await worker.network(false)
  await worker.tap('许下心愿')
  await worker.sees('存好了')
  await worker.photograph('kept')
  await worker.network(true)
  await worker.sees('工会在看')
  await worker.photograph('made')
}

async function isChecked(street: Handset, district: Handset): Promise<void> {
  await street.tap(GIFT)
  await street.sees('报给区工会')
  await street.photograph('street-union')
  await street.tap('报给区工会')
  await street.sees(/工会看过，报给区工会$/)
  await district.reopen('/desk/wishes/index')
  await district.tap(/^区里看/)
  await district.tap(GIFT)
  await district.photograph('district-union')
  await district.tap('挂上墙')
  await district.sees(/挂上墙了/)
}

/** Of those on the wall that nobody has lit. */
async function isLit(donor: Handset): Promise<void> {
  await donor.tap('没亮的')
  await donor.tap(new RegExp(`^${GIFT}，等您点亮`))
  await donor.sees(`“${STORY_WORDS}”`)
  await donor.photograph('dark')
  await donor.tap('点亮它')
  await donor.sees(/^您点亮了/)
  await donor.photograph('lit')
}

/** Brings the gift with the slip on the phone; the station photographs it and lays it out. */
async function isTakenIn(keeper: Handset, slip: string): Promise<void> {
  await keeper.tap('输编号')
  await keeper.write('交接码', slip)
  await keeper.tap('看这一份')
  await keeper.sees('能收')
  await keeper.photograph('slip')
  await keeper.taps('拍照，收下', '拍照')
  await keeper.answer({ sheet: 'privacy', button: 'allow' })
  await keeper.answer({ sheet: 'files', files: [picture] })
  await keeper.tap('收下')
  await keeper.sees(/^收下了/)
  await keeper.photograph('taken-in')
  await keeper.tap(GIFT)
  await keeper.tap('可以来拿了')
  await keeper.sees('交到手上')
}

async function isHandedOut(keeper: Handset, worker: Handset): Promise<void> {
  await worker.reopen('/wishes/mine/index')
  await worker.sees('等您来拿')
  await worker.photograph('to-collect')
  const code = (await worker.textAt('.receipt__code')).replace(/\D/g, '')
  await keeper.tap('交到手上')
  await keeper.write('他手机上的领取码', code)
  await keeper.tap('交到手上')
  await keeper.sees('收到了')
}

async function saysThanks(worker: Handset): Promise<void> {
  await worker.reopen('/wishes/mine/index')
  await worker.taps('说声谢谢，看经过', '说声谢谢')
  await worker.write('说声谢谢', THANKS)
  await worker.photograph('thanks')
  await worker.tap('送出去')
  await worker.sees('说过谢谢')
  await worker.photograph('thanked')
}

test('a wish goes from the worker to the wall, is lit, handed over and thanked for', async () => {
  const worker = await world.handset(STORY, 'newcomer-2')
  const scene = await world.scene(SITE)
  await registersAtOnce(worker, scene, { name: '柳长青', age: 37, at: 610 })
  await worker.reopen('/pages/home/index')
  await wishes(worker)
  const street = await world.handset(STORY, 'street-union', '/desk/wishes/index')
  await isChecked(street, await world.handset(STORY, 'union', '/desk/home/index'))

  const donor = await world.handset(STORY, 'donor', '/pages/wish/index')
  await isLit(donor)
  const [mine] = (await worker.asks.wish.mine({})).wishes
  const { promised } = await donor.asks.wish.promised({})
  const slip = promised.find(({ id }) => id === mine?.id)?.slip ?? ''

  const keeper = await world.handset(STORY, 'keeper', '/desk/station/index')
  await isTakenIn(keeper, slip)
  await isHandedOut(keeper, worker)
  await saysThanks(worker)
  await donor.reopen('/wishes/promised/index')
  await donor.sees(`“${THANKS}”`)
  await donor.photograph('it-arrived')
}, 170_000)

onThisDesk('nothing a real phone would have refused was done on the way', async () => {
  expect(await world.faults()).toEqual([])
})

onThisDesk('no step sets more data at once than an old phone can bear', () => {
  expect(tooMuch()).toEqual([])
})
