/** Who is let in, who is let go, and whose document it is: each deed at one desk, and what the other phone shows of it. */
import { onThisDesk } from './elsewhere'
import type { Handset } from './handset'
import { registersAtOnce } from './registering'
import { keepSteps, tooMuch } from './steps'
import { openWorld, type World } from './world'

const STORY = 'desk-people'
const INN = '悦来旅店'
const AGE = 39

let world: World
let street: Handset

beforeAll(async () => {
  world = await openWorld()
})
afterAll(async () => {
  keepSteps(STORY)
  await world?.close()
})

const card = (slug: string): Promise<Handset> => world.handset(STORY, slug, '/pages/worker/card/index')

test('an invitation taken back lets nobody in, and says whom to ask', async () => {
  const union = await world.handset(STORY, 'union', '/desk/home/index')
  await union.taps('邀请同事', '工地管理员', '曹家渡街道', INN, '出邀请码')
  await union.photograph('invitation')
  const token = await union.textAt('#token')
  const guest = await world.handset(STORY, 'newcomer-2', '/desk/accept/index')
  await guest.write('邀请码', token)
  await guest.tap('看看是什么邀请')
  await guest.sees('邀请您做工地管理员')
  await guest.photograph('offer')
  await union.tap('发错了，收回这张码')
  await union.sees('收回了，这张码不能用了。')
  await union.photograph('taken-back')
  await guest.write('您的姓名', '冯远')
  await guest.tap('接受')
  await guest.sees(/^这张邀请码用过了、过期了，或不对/)
  await guest.photograph('not-let-in')
  const { grants } = await guest.asks.staff.me({})
  expect(grants).toEqual([])
})

test('somebody whose role is ended sees nothing of the desk from then on', async () => {
  const theirs = await world.handset(STORY, 'supervisor', '/desk/home/index')
  await theirs.sees('名册')
  const city = await world.handset(STORY, 'city', '/desk/people/index')
  await city.taps(/^方\*\* · 督查员/, '留着', /^方\*\* · 督查员/)
  await city.photograph('ending')
  await city.tap('收回督查员的身份')
  await city.sees('方**不再是上海市的督查员。')
  await city.seesNo('方** · 督查员')
  await city.photograph('ended')
  await theirs.reopen('/desk/home/index')
  await theirs.sees('您还没有工作台的身份')
  await theirs.seesNo('名册')
  await theirs.photograph('nothing-left')
})

describe('two registrations with one document', () => {
  const registerBoth = async (first: string, second: string, at: number): Promise<void> => {
    const scene = await world.scene(INN)
    await registersAtOnce(await world.handset(STORY, first), scene, { name: '许青山', age: AGE, at })
    await registersAtOnce(await world.handset(STORY, second), scene, { name: '曾四海', age: AGE, at })
  }
  const opensQuestioned = async (): Promise<void> => {
    await street.taps('等核对', /^曾\*\*/)
    await street.sees('登记了，证件号和别人的一样，等核对')
  }

  test('are settled for the second: the first one stops, and both are told', async () => {
    await registerBoth('newcomer-10', 'newcomer-11', 31)
    street = await world.handset(STORY, 'street', '/desk/roster/index')
    await opensQuestioned()
    await street.photograph('one-document')
    await street.tap('证件是他的')
    await street.sees(/证件核对好了/)
    await (await card('newcomer-11')).sees('等核实')
    const stopped = await card('newcomer-10')
    await stopped.sees('要改')
    await stopped.sees(/同一个证件号，核对后是另一份登记的/)
    await stopped.photograph('stopped')
  })

  test('are refused to the second: the first one stays, and the second reads why', async () => {
    await registerBoth('newcomer-12', 'newcomer-13', 32)
    await street.reopen('/desk/roster/index')
    await opensQuestioned()
    await street.taps('证件不是他的', '证件没带来，核对不了', '证件不是他的')
    await street.sees(/证件没核对上，要改/)
    await street.photograph('refused')
    await (await card('newcomer-12')).sees('等核实')
    const refused = await card('newcomer-13')
    await refused.sees(/证件没带来，核对不了/)
    await refused.photograph('reads-why')
  })
})

test('a wish written down at the desk goes nowhere before its worker says yes on their own phone', async () => {
  const worker = await card('worker')
  const { card: registered } = await worker.asks.worker.mine({})
  const officer = await world.handset(STORY, 'site-officer', `/desk/person/index?id=${registered?.id}`)
  await officer.tap('替他许个心愿')
  await officer.taps(/^棉鞋/, '42')
  await officer.write('他怎么说', '爬架子脚底滑，想要防滑的。')
  await officer.photograph('wish-for')
  await officer.tap('写好了，等他同意')
  await officer.sees('写好了')
  await officer.photograph('wish-written')
  const [mine] = (await worker.asks.wish.mine({})).wishes
  expect(mine).toMatchObject({ kind: 'shoes', detail: '42', state: 'draft', isWrittenByOther: true })
  await worker.reopen(`/wishes/mine/wish?id=${mine?.id}`)
  await worker.photograph('asked-for-a-yes')
  await worker.tap('同意，交上去')
  await worker.sees('工会在看')
})

onThisDesk('nothing a real phone would have refused was done on the way', async () => {
  expect(await world.faults()).toEqual([])
})

onThisDesk('no step sets more data at once than an old phone can bear', () => {
  expect(tooMuch()).toEqual([])
})
