/** The demo city's lamps and gifts: lit by donors, taken in and handed out by the station, thanked for by whoever got them. */
import * as v from 'valibot'
import { phoneOf, upload } from './caller'
import { giftPicture } from './picture'
import { onceMore, type Square, step, type Underway } from './underway'
import type { Goal, Lighter } from './wish-rows'

const Done = v.object({ version: v.number() })

const introductions: Record<Lighter, { name: string; phone: string; isNamed: boolean }> = {
  donor: { name: '热心的老陈', phone: '19900000201', isNamed: true },
  company: { name: '同心物业', phone: '19900000202', isNamed: true },
  'demo-donor-1': { name: '小林', phone: '19900000203', isNamed: false },
  'demo-donor-2': { name: '楼下的阿姨', phone: '19900000204', isNamed: false },
}

type Wall = Square & { readonly driveId: string }

const COMPANY_LIMIT = 20

async function introduce({ cloud, journal, driveId }: Wall, by: Lighter): Promise<void> {
  const { name, phone, isNamed } = introductions[by]
  const input = { requestId: `demo-introduce-${by}`, name, phone: { source: 'typed', phone }, isNamed } as const
  const introduced = await journal.once(
    `introduce-${by}`,
    v.object({ id: v.string(), version: v.number() }),
    async () => (await phoneOf(cloud, by).wish.introduce(input)).donor,
  )
  if (by !== 'company') return
  const company = { requestId: 'demo-company-asks', driveId, company: '同心物业服务公司' }
  const { version } = await journal.once(
    'company-asks',
    Done,
    async () => (await phoneOf(cloud, by).wish.askAsCompany(company)).donor,
  )
  await journal.once('company-welcome', Done, () =>
    phoneOf(cloud, 'union').wish.actDonor({
      requestId: 'demo-company-welcome',
      id: introduced.id,
      version,
      action: 'approve',
      form: { limit: COMPANY_LIMIT },
    }),
  )
}

const takeIn = (square: Square, wish: Underway) => async () => {
  const { cloud } = square
  const { kind } = wish.row
  const photo = await upload(cloud, 'keeper', `demo-${wish.key}.png`, giftPicture(kind))
  return phoneOf(cloud, 'keeper').wish.act({ ...onceMore(wish, 'in'), action: 'takeIn', form: { photo } })
}

const handOut = (square: Square, wish: Underway) => async () => {
  const { cloud } = square
  const { wishes } = await phoneOf(cloud, wish.slug).wish.mine({})
  const code = wishes.find(({ id }) => id === wish.standing.id)?.receiptCode ?? ''
  return phoneOf(cloud, 'keeper').wish.act({ ...onceMore(wish, 'out'), action: 'handOut', form: { code } })
}

const THANKS = '收到了，很合用。谢谢您，祝您全家过年好。'

/** From the lamp on: every deed on the way to the goal, in order. */
async function giveUntil(square: Square, wish: Underway): Promise<void> {
  const { cloud } = square
  const own = phoneOf(cloud, wish.slug).wish
  const keeper = phoneOf(cloud, 'keeper').wish
  const isAt = (goal: Goal) => wish.row.goal === goal
  await step(square, wish, 'in', takeIn(square, wish))
  if (isAt('handedOver')) return
  await step(square, wish, 'ready', () => keeper.act({ ...onceMore(wish, 'ready'), action: 'dispatch', form: {} }))
  if (isAt('delivering')) return
  await step(square, wish, 'out', handOut(square, wish))
  if (isAt('thanked')) await step(square, wish, 'thank', () => own.thank({ ...onceMore(wish, 'thank'), words: THANKS }))
  if (!isAt('disputed') && !isAt('backed')) return
  const wrong = { reason: '尺码小了一号，穿不上' }
  await step(square, wish, 'dispute', () => own.act({ ...onceMore(wish, 'dispute'), action: 'dispute', form: wrong }))
  if (isAt('disputed')) return
  const good = { reason: '工会再买一份，大一号的' }
  await step(square, wish, 'good', () =>
    phoneOf(cloud, 'union').wish.act({ ...onceMore(wish, 'good'), action: 'makeGood', form: good }),
  )
}

/** What is only lit comes last: a person holds at most three at once. */
async function lightAll(square: Wall, by: Lighter, wishes: readonly Underway[]): Promise<void> {
  const given = wishes.filter(({ row }) => row.goal !== 'lit')
  const held = wishes.filter(({ row }) => row.goal === 'lit')
  for (const [at, wish] of [...given, ...held].entries()) {
    await step(square, wish, 'light', async () => {
      const input = { requestId: `demo-${wish.key}-light`, wishId: wish.standing.id }
      return (await phoneOf(square.cloud, by).wish.light(input)).promised
    })
    if (at === 0) await introduce(square, by)
    if (wish.row.goal !== 'lit') await giveUntil(square, wish)
  }
}

export async function lightAndGive(square: Wall, wishes: readonly Underway[]): Promise<void> {
  const lighters: readonly Lighter[] = ['donor', 'company', 'demo-donor-1', 'demo-donor-2']
  await Promise.all(
    lighters.map((by) =>
      lightAll(
        square,
        by,
        wishes.filter(({ row }) => row.by === by),
      ),
    ),
  )
}
