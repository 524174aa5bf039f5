/** The desks of the wishes, each on its own phone: a wish sent back, a slip read twice, a wrong code, a drive of one's own, a text taken down. */
import { giftPicture } from '../../config/run/demo/picture'
import { addDays, onOf } from '../../domain/kernel/time'
import { onThisDesk } from './elsewhere'
import type { Handset } from './handset'
import { keepSteps, tooMuch } from './steps'
import { openWorld, type World } from './world'

const STORY = 'desk-wishes'
const picture = { name: 'coat.png', base64: giftPicture('coat').toString('base64') }
const REASON = '写一下给谁用'

let world: World

beforeAll(async () => {
  world = await openWorld()
})
afterAll(async () => {
  keepSteps(STORY)
  await world?.close()
})

const desk = (slug: string, screen: string): Promise<Handset> => world.handset(STORY, slug, `/desk/${screen}/index`)

test('a wish sent back says why in the words its worker reads, and whoever is slower looks again', async () => {
  const street = await desk('street-union', 'wishes')
  const district = await desk('union', 'wishes')
  await street.tap('年货礼包，5 个人以上过年')
  await district.tap('年货礼包，5 个人以上过年')
  await street.tap('退回改')
  await street.tap(REASON)
  await street.sees(`他会读到：心愿要改一下。${REASON}。改了再交。`)
  await street.tap('退回改')
  await street.sees(/：要改一下$/)
  await street.photograph('next-slid-in')
  await district.tap('报给区工会')
  await district.sees('刚才有人办了这件，看看现在怎样。')
  await district.photograph('overtaken')
  await district.tap('看新的')
  await district.sees(`要改一下：${REASON}`)
})

/** Two people stand in a cellar: the picture and the code stay in the phone, and go by themselves when the signal is back. */
async function keepsOne(keeper: Handset, company: Handset): Promise<void> {
  const brought = async () => (await company.asks.wish.promised({})).promised
  const gift = (await brought()).find(({ slip, handOverBy }) => slip !== undefined && handOverBy !== undefined)
  await keeper.network(true)
  await keeper.reopen('/desk/station/index')
  await keeper.sees('扫交接码')
  await keeper.network(false)
  await keeper.scan('扫交接码', `h=${gift?.slip ?? ''}`)
  await keeper.tap('拍照，先存着')
  await keeper.answer({ sheet: 'files', files: [picture] })
  await keeper.sees(/^1 件等着送/)
  await keeper.photograph('kept-without-signal')
  await keeper.network(true)
  await keeper.seesNo(/^1 件等着送/)
  expect((await brought()).find(({ id }) => id === gift?.id)).toMatchObject({ state: 'handedOver' })
}

test('a slip is taken in once, a wrong code hands nothing out, and without a signal nothing is promised', async () => {
  const donor = await world.handset(STORY, 'donor', '/pages/home/index')
  const { promised } = await donor.asks.wish.promised({})
  const gift = promised.find(({ slip, handOverBy }) => slip !== undefined && handOverBy !== undefined)
  const scanned = `h=${gift?.slip ?? ''}`
  const keeper = await desk('keeper', 'station')
  await keeper.scan('扫交接码', scanned)
  await keeper.sees('能收')
  await keeper.taps('拍照，收下', '拍照')
  await keeper.answer({ sheet: 'privacy', button: 'allow' })
  await keeper.answer({ sheet: 'files', files: [picture] })
  await keeper.tap('收下')
  await keeper.sees(/^收下了/)
  await keeper.tap('出标签')
  await keeper.seesPicture('东西的标签')
  await keeper.photograph('label')
  await keeper.scan('扫交接码', scanned)
  await keeper.sees('收过了')
  await keeper.photograph('taken-before')
  await keeper.tap('看这一份')
  await keeper.tap('交到手上')
  await keeper.write('他手机上的领取码', '0000 0000')
  await keeper.tap('交到手上')
  await keeper.sees(/^领取码不对/)
  await keeper.photograph('wrong-code')
  await keeper.network(false)
  await keeper.tap('再试一次')
  await keeper.sees('没有信号，没送出去')
  await keepsOne(keeper, await world.handset(STORY, 'company', '/pages/home/index'))
}, 170_000)

test('a district publishes a drive of its own, changes it and ends it with a reason', async () => {
  const union = await desk('union', 'drive')
  await union.tap('办一场')
  await union.write('叫什么', '静安区暖冬第二场')
  await union.tap(/^哪天结束，/)
  await union.answer({ sheet: 'picker', value: addDays(onOf(new Date()), 9) })
  await union.taps('下一步', '下一步', '爱心书包')
  await union.write('爱心书包，一份最多几元', '120')
  await union.taps(/^爱心书包，有哪几种/, '学前班', '初中')
  await union.photograph('sizes')
  await union.tap('就这几种')
  await union.write('一共几个心愿', '60')
  await union.tap('下一步')
  await union.tap(/^静安工人文化宫/)
  await union.tap('发布')
  await union.sees('用了 0，一共 60')
  await union.sees('只有 一年级、二年级、三年级、四年级、五年级、六年级')
  await union.photograph('published')
  await union.tap('改活动')
  await union.taps('下一步', '下一步')
  await union.write('一共几个心愿', '80')
  await union.taps('下一步', '改好了，换上')
  await union.sees('用了 0，一共 80')
  await union.taps('提前结束', '东西买不到了', '提前结束')
  await union.sees(/收尾|结束了/)
  await union.photograph('ended')
})

test('a reported text is taken down with a reason its writer reads', async () => {
  const passer = await world.handset(STORY, 'newcomer-24', '/pages/home/index')
  const { drives } = await passer.asks.wish.drives({})
  const demo = drives.find(({ title }) => title === '静安区点亮微心愿')
  const { lamps } = await passer.asks.wish.wall({ driveId: demo?.id ?? '', isDark: true })
  const { lamp } = await passer.asks.wish.lamp({ wishId: lamps[0]?.id ?? '' })
  const form = { reason: '能看出是哪个工地的人' }
  const id = lamp.postingId ?? ''
  await passer.asks.posting.act({ requestId: 'story-report', id, version: 1, action: 'report', form })
  const reviewer = await desk('content-reviewer', 'postings')
  await reviewer.sees('有人举报，1 次')
  await reviewer.taps('拿下来', '能看出是谁，换个说法', '拿下来')
  await reviewer.sees('拿下来了。还有 0 件。')
  await reviewer.photograph('taken-down')
})

onThisDesk('nothing a real phone would have refused was done on the way', async () => {
  expect(await world.faults()).toEqual([])
})

onThisDesk('no step sets more data at once than an old phone can bear', () => {
  expect(tooMuch()).toEqual([])
})
