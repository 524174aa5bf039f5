/** A page is handed on: from its own button or from behind the three dots, and opens on somebody else's phone. */
import { find, openStage, type Page, pageInFront, type Stage, words } from './stage'

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

const openSheet = async (): Promise<string | null> => {
  await stage.phone.idle()
  return (await stage.phone.layer()).sheet
}
const dialog = () => stage.screen.getByRole('dialog')
const menu = async (): Promise<string[]> => {
  await stage.screen.getByRole('button', { name: '更多' }).click()
  expect(await openSheet()).toBe('actions')
  return dialog().getByRole('button').allTextContents()
}

test('the card shows what the page says of itself, and its path opens on another phone', async () => {
  await (await find(page, '#share')).tap()
  expect(await openSheet()).toBe('share')
  expect(await dialog().locator('strong').textContent()).toBe('给工友')
  expect(await dialog().locator('img').getAttribute('src')).toBe('/pages/ask/card.png')
  const path = await dialog().locator('code').textContent()
  expect(path).toBe('/pages/home/index?from=friend')
  await stage.miniProgram.native().shareConfirm()
  const friend = await openStage(path ?? '')
  try {
    const opened = await pageInFront(friend.miniProgram)
    expect([opened.path, opened.query]).toEqual(['pages/home/index', { from: 'friend' }])
    expect(await words(opened, '#title')).toEqual(['早上好'])
  } finally {
    await friend.close()
  }
})

test('the menu hands on to a friend, or to everybody', async () => {
  expect(await menu()).toEqual(expect.arrayContaining(['发送给朋友', '分享到朋友圈']))
  await stage.phone.answer({ index: 0 })
  expect(await openSheet()).toBe('share')
  await stage.phone.answer({ button: 'cancel' })
  await menu()
  await stage.phone.answer({ index: 1 })
  expect(await openSheet()).toBe('share-timeline')
  expect(await dialog().locator('strong').textContent()).toBe('给大家')
  expect(await dialog().locator('code').textContent()).toBe('/pages/ask/index?from=all')
  await stage.phone.answer({ button: 'confirm' })
})

test('the menu offers no more than the page answers for, or leaves in it', async () => {
  await stage.miniProgram.callWxMethod('hideShareMenu', { menus: ['shareTimeline'] })
  expect(await menu()).toEqual(expect.not.arrayContaining(['分享到朋友圈']))
  await stage.phone.answer({ button: 'cancel' })
  await stage.miniProgram.callWxMethod('showShareMenu', { menus: ['shareAppMessage', 'shareTimeline'] })
  expect(await menu()).toEqual(expect.arrayContaining(['分享到朋友圈']))
  await stage.phone.answer({ button: 'cancel' })
  await stage.open('/pages/wait/index')
  expect(await menu()).toEqual(expect.not.arrayContaining(['发送给朋友', '分享到朋友圈']))
  await stage.phone.answer({ button: 'cancel' })
})
