/** The story of a subsidy, from what a worker can have to the money that came: the worker, a reviewer, a second signer and a cashier, each on their own phone. */
import { giftPicture } from '../../config/run/demo/picture'
import { noteOf } from '../../domain/claim/bank-file'
import { cardNumber, details, source } from '../builders/claims'
import { onThisDesk } from './elsewhere'
import type { Handset } from './handset'
import { registersAtOnce, SITE } from './registering'
import { keepSteps, tooMuch } from './steps'
import { openWorld, type World } from './world'

const STORY = 'claim'
const TITLE = '春节住宿补贴'
const district = { level: 'district', id: '310106' } as const
const picture = { name: 'contract.png', base64: giftPicture('schoolBag').toString('base64') }

let world: World

beforeAll(async () => {
  world = await openWorld()
}, 170_000)
afterAll(async () => {
  keepSteps(STORY)
  await world?.close()
})

/** Written and opened by the union of the district, from its own phone: above 300 yuan two people say yes. */
async function isOpened({ asks }: Handset): Promise<string> {
  const { programme } = await asks.claim.saveProgramme({
    requestId: 'story-programme',
    scope: district,
    details: details({
      title: TITLE,
      benefit: 'living',
      amount: { way: 'fixed', fen: 50_000 },
      rules: [
        { fact: 'stay', must: { is: ['staying'] }, source },
        { fact: 'hasContract', must: { is: [true] }, source },
      ],
      closesOn: '2100-12-31',
      countersignAboveFen: 30_000,
      evidence: [{ evidenceId: 'contract', label: '劳动合同', hint: '有名字、有公章的那一页', atLeast: 1, atMost: 2 }],
    }),
  })
  const { id, version } = programme.row
  await asks.claim.openProgramme({ requestId: 'story-opened', id, version })
  return id
}

/** Every rule with its own answer; the one nobody knows is answered in place, and the card turns. */
async function isEligible(worker: Handset): Promise<void> {
  await worker.tap(/^能领什么/)
  await worker.sees('跟这家签书面劳动合同了吗？')
  await worker.photograph('what-i-can-have')
  await worker.tap('签了')
  await worker.sees(/^现在领，约/)
  await worker.photograph('the-card-turned')
}

/** One question a screen, kept as it goes; the signal is gone when it is handed in. */
async function handsIn(worker: Handset): Promise<void> {
  await worker.tap(/^现在领，约/)
  await worker.sees('第 1 步，共 2 步')
  await worker.write('卡号', cardNumber(61_001))
  await worker.pick('哪家银行', '工商银行')
  await worker.photograph('the-card')
  await worker.tap('下一步')
  await worker.tap('拍照，或从相册选')
  await worker.answer({ sheet: 'privacy', button: 'allow' })
  await worker.answer({ sheet: 'files', files: [picture] })
  await worker.photograph('the-picture')
  await worker.tap('下一步')
  await worker.sees('说的都是真的：写错能改，造假要退钱')
  await worker.photograph('check')
  await worker.network(false)
  await worker.tap('交上去')
  await worker.sees(/存好了/)
  await worker.photograph('kept')
  await worker.network(true)
  await worker.sees(/^交上去了。/)
  await worker.photograph('handed-in')
}

async function isAgreedTo(desk: Handset, yes: string): Promise<void> {
  await desk.tap(new RegExp(TITLE))
  await desk.sees('签了书面劳动合同')
  await desk.photograph(`before-${yes === '同意' ? 'agreed' : 'signed'}`)
  await desk.tap(yes)
  await desk.sees(new RegExp(`${yes}$|没有|一审同意`))
}

async function isPaid(cashier: Handset, claimId: string): Promise<void> {
  await cashier.tap(TITLE)
  await cashier.tap('做这一批')
  await cashier.sees('导出给银行')
  await cashier.photograph('the-batch')
  const { rows } = await cashier.asks.claim.batches({ scope: district })
  const batchId = rows.find(({ title }) => title === TITLE)?.id ?? ''
  const { lines } = await cashier.asks.claim.batch({ id: batchId })
  expect(lines.map((line) => line.claimId)).toEqual([claimId])
  await cashier.tap('传银行结果')
  await cashier.tap('从聊天里选文件')
  await cashier.answer({ sheet: 'privacy', button: 'allow' })
  const results = Buffer.from(`\uFEFF序号,金额,编号,结果\r\n1,500.00,${noteOf(claimId)},成功\r\n`, 'utf8')
  await cashier.answer({ sheet: 'files', files: [{ name: 'results.csv', base64: results.toString('base64') }] })
  await cashier.sees('读出 1 行')
  await cashier.tap('记下来')
  await cashier.sees(/^打成 1 笔，500 元。/)
  await cashier.photograph('the-bank-answered')
}

test('a worker sees what they can have, claims it, and says that the money came', async () => {
  const worker = await world.handset(STORY, 'newcomer-4')
  const scene = await world.scene(SITE)
  await registersAtOnce(worker, scene, { name: '柳长青', age: 37, at: 640 })
  const programmeId = await isOpened(await world.handset(STORY, 'union', '/desk/home/index'))
  await worker.reopen('/pages/home/index')
  await isEligible(worker)
  await handsIn(worker)
  const [mine] = (await worker.asks.claim.mine({})).claims
  expect(mine).toMatchObject({ programmeId, state: 'submitted', amountFen: 50_000 })

  const reviewer = await world.handset(STORY, 'reviewer', '/desk/claims/index')
  await isAgreedTo(reviewer, '同意')
  const signer = await world.handset(STORY, 'countersigner', '/desk/claims/index')
  await isAgreedTo(signer, '复核同意')
  const cashier = await world.handset(STORY, 'cashier', '/desk/batches/index')
  await isPaid(cashier, mine?.id ?? '')

  await worker.reopen(`/claims/mine/claim?id=${mine?.id ?? ''}`)
  await worker.sees('钱到了吗？')
  await worker.photograph('did-it-come')
  await worker.tap('到了')
  await worker.sees('收到了')
  await worker.photograph('it-came')
}, 300_000)

onThisDesk('nothing a real phone would have refused was done on the way', async () => {
  expect(await world.faults()).toEqual([])
})

onThisDesk('no step sets more data at once than an old phone can bear', () => {
  expect(tooMuch()).toEqual([])
})
