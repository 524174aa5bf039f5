/** What a test answers for a person when the phone itself asks: by the automator's own words, or with what a person would bring. */
import { find, openStage, type Page, type Stage } from './stage'

let stage: Stage
let page: Page

beforeAll(async () => {
  stage = await openStage()
})
afterAll(() => stage?.close())
beforeEach(async () => {
  page = await stage.open('/pages/ask/index')
})
afterEach(async () => {
  expect(await stage.phone.faults({ clear: true })).toEqual([])
})

/** Taps the button that makes the phone ask, and waits until it does. */
async function asks(id: string, sheet: string): Promise<void> {
  await (await find(page, `#${id}`)).tap()
  await stage.phone.idle()
  expect(await stage.phone.layer()).toMatchObject({ sheet })
}

async function told(): Promise<unknown> {
  await stage.phone.idle()
  expect(await stage.phone.layer()).toMatchObject({ sheet: null })
  return page.data('told')
}

test('a notice is agreed to, or turned down', async () => {
  const native = stage.miniProgram.native()
  await asks('requestSubscribeMessage', 'subscribe')
  await native.authorizeAllow()
  expect(await told()).toMatchObject({ 'template-1': 'accept' })
  await asks('requestSubscribeMessage', 'subscribe')
  await native.authorizeCancel()
  expect(await told()).toMatchObject({ 'template-1': 'reject' })
})

test('a phone number is given, or kept', async () => {
  const native = stage.miniProgram.native()
  await asks('number', 'phone-number')
  await native.authorizeAllow()
  expect(await told()).toMatchObject({ errMsg: 'getPhoneNumber:ok', code: 'code-1' })
  await asks('number', 'phone-number')
  await native.authorizeCancel()
  expect(await told()).toMatchObject({ errMsg: 'getPhoneNumber:fail user deny' })
})

test('a permission is refused once, and the phone remembers', async () => {
  await asks('authorize', 'permission')
  await stage.miniProgram.native().authorizeCancel()
  expect(await told()).toMatchObject({ errMsg: 'authorize:fail auth deny' })
  await (await find(page, '#authorize')).tap()
  expect(await told()).toMatchObject({ errMsg: 'authorize:fail auth deny' })
})

test('a page is sent to a friend, or not', async () => {
  const native = stage.miniProgram.native()
  await asks('share', 'share')
  await native.shareCancel()
  await asks('share', 'share')
  await native.shareConfirm()
  expect(await told()).toBeNull()
})

test('a code is scanned, or the person turns back', async () => {
  await asks('scanCode', 'scan')
  await stage.phone.answer({ sheet: 'scan', text: 'A-17' })
  expect(await told()).toMatchObject({ result: 'A-17' })
  await asks('scanCode', 'scan')
  await stage.phone.answer({ button: 'cancel' })
  expect(await told()).toMatchObject({ errMsg: 'scanCode:fail cancel' })
})

test('a file is picked', async () => {
  await asks('chooseMessageFile', 'files')
  const base64 = Buffer.from('名册').toString('base64')
  await stage.phone.answer({ files: [{ name: 'roster.txt', base64, type: 'text/plain' }] })
  expect(await told()).toMatchObject({ tempFiles: [{ name: 'roster.txt', size: 6 }] })
})

test('a row of a list is chosen', async () => {
  await asks('showActionSheet', 'actions')
  await stage.phone.answer({ index: 1 })
  expect(await told()).toMatchObject({ tapIndex: 1 })
})

test('an answer to another question is a mistake, and says what is open', async () => {
  await asks('showActionSheet', 'actions')
  await expect(stage.phone.answer({ sheet: 'scan', text: 'A-17' })).rejects.toThrow(
    'the sheet "actions" is open, not "scan"',
  )
  await expect(stage.miniProgram.native().authorizeAllow()).rejects.toThrow('the sheet "actions" cannot be answered')
  await stage.phone.answer({ button: 'cancel' })
  expect(await told()).toMatchObject({ errMsg: 'showActionSheet:fail cancel' })
})
