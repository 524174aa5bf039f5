/** A person speaks, and it is kept as a file and played again. */
import { find, openStage, type Page, type Stage } from './stage'

let stage: Stage
let page: Page

beforeAll(async () => {
  stage = await openStage()
})
afterAll(() => stage?.close())
beforeEach(async () => {
  await stage.phone.launch('/pages/sound/index', { isFresh: true })
  page = await stage.open('/pages/sound/index')
})
afterEach(async () => {
  expect(await stage.phone.faults({ clear: true })).toEqual([])
})

/** A quarter of a second of one tone: 8-bit samples, one channel. */
function wav(): string {
  const [rate, samples] = [8000, 2000]
  const head = Buffer.alloc(44)
  head.write('RIFF', 0)
  head.writeUInt32LE(36 + samples, 4)
  head.write('WAVEfmt ', 8)
  head.writeUInt32LE(16, 16)
  head.writeUInt16LE(1, 20)
  head.writeUInt16LE(1, 22)
  head.writeUInt32LE(rate, 24)
  head.writeUInt32LE(rate, 28)
  head.writeUInt16LE(1, 32)
  head.writeUInt16LE(8, 34)
  head.write('data', 36)
  head.writeUInt32LE(samples, 40)
  const tone = Buffer.from(Array.from({ length: samples }, (_, at) => 128 + Math.round(20 * Math.sin(at / 4))))
  return Buffer.concat([head, tone]).toString('base64')
}
const words = { name: 'wish.wav', base64: wav() }

const tap = async (id: string): Promise<void> => {
  await (await find(page, `#${id}`)).tap()
  await stage.phone.idle()
}
const heard = async (): Promise<unknown> => page.data('heard')

/** Resolves once the app has heard of this. */
const until = (event: string): Promise<unknown> => page.callMethod('until', event)

async function speak(id = 'start'): Promise<void> {
  await tap(id)
  await stage.phone.answer({ sheet: 'permission', button: 'allow' })
  await stage.phone.idle()
  await stage.phone.answer({ sheet: 'recording', files: [words] })
  await until('Start')
}

test('what is said is a file with its length, and can be heard again to its end', async () => {
  await speak()
  await tap('pause')
  await tap('resume')
  await tap('stop')
  await until('Stop')
  expect(await heard()).toEqual(['Start', 'Pause', 'Resume', 'Stop'])
  const told = Object(await page.data('told'))
  expect(told).toMatchObject({ duration: 250, fileSize: 2044, tempFilePath: expect.stringMatching(/\.wav$/) })
  const read = `function (path) { return wx.getFileSystemManager().readFileSync(path, 'base64') }`
  expect(await stage.miniProgram.evaluate(read, told.tempFilePath)).toBe(words.base64)
  await tap('play')
  await until('Ended')
  expect(await page.data('duration')).toBeCloseTo(0.25)
})

test('a recording ends by itself when its time is over', async () => {
  await speak('short')
  await until('Stop')
  expect(await heard()).toEqual(['Start', 'Stop'])
})

test('nobody is heard who did not allow it, nor twice at once, nor before they began', async () => {
  await tap('stop')
  expect(await page.data('told.errMsg')).toBe('operateRecorder:fail recorder not start')
  await tap('start')
  await stage.phone.answer({ sheet: 'permission', button: 'refuse' })
  await stage.phone.idle()
  expect(await page.data('told')).toMatchObject({ errMsg: 'operateRecorder:fail auth deny' })
  await stage.phone.launch('/pages/sound/index', { isFresh: true })
  page = await stage.open('/pages/sound/index')
  await speak()
  await tap('start')
  expect(await page.data('told.errMsg')).toContain('audio is recording')
})

test('a sound that is not there says so', async () => {
  await tap('missing')
  await until('Error')
  expect(await page.data('told')).toMatchObject({ errCode: 10003 })
})
