/** What the app writes into its own folder is there again after the app, and the browser itself, was ended. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium } from 'playwright-core'
import { chromiumFlags, findChromium } from '../../../config/run/chromium'
import { openHost, openStage, type Stage } from './stage'

let stage: Stage

beforeAll(async () => {
  stage = await openStage()
})
afterAll(() => stage?.close())
beforeEach(() => stage.phone.launch(undefined, { isFresh: true }))
afterEach(async () => {
  expect(await stage.phone.faults({ clear: true })).toEqual([])
})

const inApp = (work: string, ...given: unknown[]): Promise<unknown> =>
  stage.miniProgram.evaluate(`function (one, other) { const fs = wx.getFileSystemManager(); ${work} }`, ...given)
const own = (name: string): string => `wxfile://usr/${name}`

test('a file written at once, and at once left alone, is read as the app begins again', async () => {
  await inApp('fs.mkdirSync(one); fs.writeFileSync(one + "/wish.txt", other, "utf8")', own('drafts'), '一件棉衣')
  await stage.phone.launch()
  expect(await inApp('return fs.readFileSync(one, "utf8")', own('drafts/wish.txt'))).toBe('一件棉衣')
  expect(await inApp('return fs.readdirSync(one)', own('drafts'))).toEqual(['wish.txt'])
  expect(await inApp('return fs.statSync(one).isDirectory()', own('drafts'))).toBe(true)
})

test('what was removed or written over stays so, and what was temporary is gone', async () => {
  const temporary = await inApp(
    `
    fs.writeFileSync(one + '/first', 'old', 'utf8')
    fs.writeFileSync(one + '/second', 'old', 'utf8')
    fs.writeFileSync(one + '/first', 'new', 'utf8')
    fs.unlinkSync(one + '/second')
    return new Promise((success) => wx.downloadFile({ url: '/slow.json', success })).then((told) => told.tempFilePath)`,
    own('').slice(0, -1),
  )
  expect(temporary).toMatch(/^wxfile:\/\/tmp_/)
  await stage.phone.launch()
  expect(await inApp('return fs.readFileSync(one, "utf8")', own('first'))).toBe('new')
  const left = await inApp(
    'return [one, other].map((path) => { try { fs.accessSync(path); return "there" } catch (e) { return e.message } })',
    own('second'),
    temporary,
  )
  expect(left).toEqual([
    expect.stringContaining('accessSync:fail no such file or directory'),
    expect.stringContaining('accessSync:fail no such file or directory'),
  ])
})

test('a file saved without a place is listed until it is removed', async () => {
  const saved = await inApp(`
    return new Promise((success) => wx.downloadFile({ url: '/slow.json', success }))
      .then(({ tempFilePath }) => wx.saveFile({ tempFilePath }))
      .then((told) => told.savedFilePath)`)
  await stage.phone.launch()
  expect(await inApp('return wx.getSavedFileList()')).toMatchObject({ fileList: [{ filePath: saved, size: 19 }] })
  await inApp('return wx.removeSavedFile({ filePath: one })', saved)
  await stage.phone.launch()
  expect(await inApp('return fs.getSavedFileList()')).toMatchObject({ fileList: [] })
})

test('a phone that is new keeps nothing of the old one', async () => {
  await inApp('fs.writeFileSync(one, "old", "utf8")', own('first'))
  await stage.phone.launch(undefined, { isFresh: true })
  expect(await inApp('return fs.readdirSync(one)', 'wxfile://usr')).toEqual([])
})

test('no file is over 100 MB and not more than 200 MB stay, and the refusal is in WeChat’s words', async () => {
  const write = (megabytes: number, name: string): Promise<unknown> =>
    inApp(
      `return new Promise((complete) => fs.writeFile({ filePath: one, data: new ArrayBuffer(other * 1048576), complete }))`,
      own(name),
      megabytes,
    )
  const refused = { errMsg: 'writeFile:fail the maximum size of the file storage limit is exceeded', errno: 1300202 }
  expect(await write(101, 'whole')).toEqual(refused)
  expect(await write(90, 'first')).toEqual({ errMsg: 'writeFile:ok' })
  expect(await write(90, 'second')).toEqual({ errMsg: 'writeFile:ok' })
  expect(await write(30, 'third')).toEqual(refused)
  expect(await write(20, 'first')).toEqual({ errMsg: 'writeFile:ok' })
  expect(await write(30, 'third')).toEqual({ errMsg: 'writeFile:ok' })
})

test('a browser that was ended and started again finds it', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'nuanhu-browser-'))
  const host = await openHost()
  const ask = async (work: string): Promise<unknown> => {
    const executablePath = findChromium() ?? ''
    const browser = await chromium.launchPersistentContext(folder, { executablePath, args: [...chromiumFlags] })
    const page = await browser.newPage()
    await page.goto(host.origin)
    const functionDeclaration = `() => wx.getFileSystemManager().${work}`
    const answer = await page.evaluate(async (call) => {
      await globalThis.phone.launched
      return globalThis.phone.ask('App.callFunction', { functionDeclaration: call, args: [] })
    }, functionDeclaration)
    await browser.close()
    return answer
  }
  try {
    await ask('writeFile({ filePath: "wxfile://usr/kept", data: "还在", encoding: "utf8" })')
    expect(await ask('readFileSync("wxfile://usr/kept", "utf8")')).toEqual({ result: { result: '还在' } })
  } finally {
    await host.close()
    rmSync(folder, { recursive: true, force: true })
  }
})
