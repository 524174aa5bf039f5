/** Whoever was not paid for overtime counts it on the phone, unregistered and without a signal, and keeps the sum. */
import { addDays, type Day, dayKind, isMoved, onOf, toDay } from '../../domain/kernel/time'
import { sayDate } from '../../src/wages/overtime/day-words'
import { keepSteps, tooMuch } from './steps'
import { openWorld, type World } from './world'

const STORY = 'wages'
const ASKS = '一个月讲好多少钱？'

let world: World

beforeAll(async () => {
  world = await openWorld()
}, 120_000)
afterAll(async () => {
  keepSteps(STORY)
  await world?.close()
})

/** The first plain working day of the month the calendar opens at. */
const workdayFrom = (day: Day): Day => (dayKind(day) === 'work' && !isMoved(day) ? day : workdayFrom(addDays(day, 1)))

test('four hours beyond eight on a working day are counted without a signal, kept, and the same the cloud counts', async () => {
  const on = workdayFrom(toDay(`${onOf(new Date()).slice(0, 7)}-01`))
  const worker = await world.handset(STORY, 'newcomer-7', '/pages/home/index')
  await worker.sees('算算工资和加班费')
  await worker.network(false)
  await worker.tap(/^算算工资和加班费/)
  await worker.tap(/^加班费，/)
  await worker.sees('没有信号，照样能算')
  await worker.sees('哪天上的班？干了几小时？')
  await worker.write(ASKS, '6000')
  await worker.tap(sayDate(on))
  await worker.tap('12 小时')
  await worker.photograph('hours')
  await worker.tap('记下这天')
  await worker.sees('206.90')
  await worker.sees('凭什么：劳动法第四十四条第一项')
  await worker.photograph('sum')
  await worker.tap('存着，讨工资时用')
  await worker.sees('206.90 元，存在这部手机里了。讨工资时用得上')
  await worker.network(true)

  await worker.reopen('/wages/home/index')
  await worker.sees('206.90 元')
  await worker.photograph('kept')
  const wage = { per: 'month', fen: 600_000 } as const
  const shifts = [{ way: 'hours' as const, on, minutes: 720 }]
  expect(await worker.asks.wages.overtime({ wage, shifts })).toMatchObject({ totalFen: 20_690 })
  expect(await worker.faults()).toEqual([])
  expect(tooMuch()).toEqual([])
}, 90_000)
