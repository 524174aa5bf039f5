/** The demo city's wish drive: published, wished in, checked, lit and handed over, each step by whoever takes it in life. */
import { addDays } from '../../../domain/kernel/time'
import { wishApi } from '../../../domain/wish'
import { phoneOf } from './caller'
import { lightAndGive } from './gifts'
import { DISTRICT } from './rows'
import { onceMore, type Square, Standing, step, type Underway } from './underway'
import { type DemoWish, type Goal, wishers, wisherWishes, wishes, writtenForWorker } from './wish-rows'

async function publish({ cloud, journal, stationId, today }: Square): Promise<string> {
  const { publishDrive } = wishApi.endpoints
  const { drive } = await journal.once('drive', publishDrive.output, () =>
    phoneOf(cloud, 'union').wish.publishDrive({
      requestId: 'demo-drive',
      scope: { level: 'district', id: DISTRICT },
      details: {
        title: '静安区点亮微心愿',
        opensOn: addDays(today, -5),
        endsOn: addDays(today, 10),
        rules: [{ fact: 'stay', is: ['staying'] }, { fact: 'verified' }],
        kinds: [
          { kind: 'schoolBag', valueCapFen: 15_000 },
          { kind: 'coat', valueCapFen: 30_000 },
          { kind: 'shoes', valueCapFen: 20_000 },
          { kind: 'festivalBox', valueCapFen: 20_000 },
        ],
        wishesEach: 2,
        quota: 500,
        delivery: 'collect',
        stationIds: [stationId],
        budgetFen: 500_000,
      },
    }),
  )
  return drive.id
}

async function make(square: Square, driveId: string, slug: string, row: DemoWish, at: number): Promise<Underway> {
  const { cloud, journal } = square
  const key = `wish-${slug}-${at}`
  const { kind, detail, story, goal } = row
  const input = { requestId: `demo-${key}`, driveId, words: { kind, detail, story }, isDraft: goal === 'draft' }
  const standing = await journal.once(key, Standing, async () => (await phoneOf(cloud, slug).wish.make(input)).wish)
  return { key, slug, row, standing }
}

const unproposed: readonly Goal[] = ['draft', 'submitted', 'returned', 'rejected', 'withdrawn']

/** Until it hangs on the wall, or to wherever it stays before that. */
async function check(square: Square, wish: Underway): Promise<void> {
  const { cloud } = square
  const { goal } = wish.row
  const once = (deed: string) => onceMore(wish, deed)
  const grassroots = phoneOf(cloud, 'street-union').wish
  if (goal === 'returned') {
    const form = { reason: '写一下要几双，一双就写一双' }
    await step(square, wish, 'return', () => grassroots.act({ ...once('return'), action: 'return', form }))
  }
  if (goal === 'rejected') {
    const form = { reason: '这双鞋工地已经发了' }
    await step(square, wish, 'reject', () => grassroots.act({ ...once('reject'), action: 'reject', form }))
  }
  if (goal === 'withdrawn')
    await step(square, wish, 'withdraw', () =>
      phoneOf(cloud, wish.slug).wish.act({ ...once('withdraw'), action: 'withdraw', form: {} }),
    )
  if (unproposed.includes(goal)) return
  await step(square, wish, 'propose', () => grassroots.act({ ...once('propose'), action: 'propose', form: {} }))
  if (goal === 'proposed') return
  await step(square, wish, 'list', () =>
    phoneOf(cloud, 'union').wish.act({ ...once('list'), action: 'list', form: {} }),
  )
}

async function writeFor({ cloud, journal }: Square, driveId: string): Promise<void> {
  const found = await phoneOf(cloud, 'worker').worker.mine({})
  const workerId = found.card?.id
  if (workerId === undefined) return
  const input = { requestId: 'demo-wish-for-worker', driveId, workerId, words: writtenForWorker }
  await journal.once('wish-for-worker', Standing, () => phoneOf(cloud, 'site-officer').wish.makeFor(input))
}

const EACH = 2

export async function fillWall(square: Square): Promise<void> {
  const driveId = await publish(square)
  const made = await Promise.all(
    wishers.map(async ({ slug }, person) => {
      const own = person === 0 ? wisherWishes : wishes.slice((person - 1) * EACH, person * EACH)
      const underway: Underway[] = []
      for (const [at, row] of own.entries()) {
        const wish = await make(square, driveId, slug, row, at)
        await check(square, wish)
        underway.push(wish)
      }
      return underway
    }),
  )
  await writeFor(square, driveId)
  await lightAndGive({ ...square, driveId }, made.flat())
}
