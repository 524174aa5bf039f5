/** Pictures and files: what a person picks is the app's to read and to send, and what the app makes is the person's to keep. */
import { PNG } from 'pngjs'
import { openStage, type Stage } from './stage'

let stage: Stage

beforeAll(async () => {
  stage = await openStage('/pages/ask/index')
})
afterAll(() => stage?.close())
afterEach(async () => {
  expect(await stage.phone.faults({ clear: true })).toEqual([])
})

const call = (method: string, options: object): Promise<unknown> =>
  stage.miniProgram.callWxMethod(method, options) as Promise<unknown>

/** The phone has begun to ask. */
async function asked<Answer>(answer: Promise<Answer>, sheet: string): Promise<Promise<Answer>[]> {
  answer.catch(() => undefined)
  await stage.phone.idle()
  expect(await stage.phone.layer()).toMatchObject({ sheet })
  return [answer]
}

function photo(width: number, height: number): string {
  const made = new PNG({ width, height })
  for (let at = 0; at < made.data.length; at += 1) made.data[at] = at % 4 === 3 ? 255 : (at * 7919) % 251
  return PNG.sync.write(made).toString('base64')
}
const small = { name: 'site.png', base64: photo(40, 30) }

const pathIn = (told: unknown): string => {
  const { tempFiles } = Object(told)
  return String(tempFiles[0].tempFilePath)
}

describe('a picture is picked', () => {
  test('and can be read, measured and sent to the cloud', async () => {
    const [answer] = await asked(
      call('chooseMedia', { count: 1, mediaType: ['image'], sizeType: ['original'] }),
      'files',
    )
    await stage.phone.answer({ sheet: 'files', files: [small] })
    const told = await answer
    expect(told).toMatchObject({ errMsg: 'chooseMedia:ok', type: 'image', tempFiles: [{ fileType: 'image' }] })
    const path = pathIn(told)
    const read = `function (path) { return wx.getFileSystemManager().readFileSync(path, 'base64') }`
    expect(await stage.miniProgram.evaluate(read, path)).toBe(small.base64)
    expect(await call('getImageInfo', { src: path })).toMatchObject({ width: 40, height: 30, type: 'png' })
    await stage.miniProgram.evaluate('() => { wx.cloud.init() }')
    const sent = await call('cloud.uploadFile', { cloudPath: 'inbox/a.png', filePath: path })
    expect(sent).toMatchObject({ statusCode: 200, fileID: expect.stringContaining('cloud://') })
  })

  test('smaller than it was, unless the app takes the original alone', async () => {
    const large = { name: 'large.png', base64: photo(1600, 400) }
    const [answer] = await asked(
      call('chooseMedia', { count: 1, mediaType: ['image'], sizeType: ['compressed'] }),
      'files',
    )
    await stage.phone.answer({ files: [large] })
    const told = await answer
    const { tempFiles } = Object(told)
    expect(tempFiles[0].size).toBeLessThan(Buffer.from(large.base64, 'base64').length)
    expect(await call('getImageInfo', { src: pathIn(told) })).toMatchObject({ width: 1440, height: 360 })
  })

  test('or several, and no more than the app asked for', async () => {
    const [answer] = await asked(call('chooseMedia', { count: 2, mediaType: ['image'] }), 'files')
    await expect(stage.phone.answer({ files: [small, small, small] })).rejects.toThrow('最多 2 个')
    await stage.phone.answer({ files: [small, small] })
    expect(Object(await answer).tempFiles).toHaveLength(2)
  })

  test('and not a document in its place', async () => {
    const [answer] = await asked(call('chooseMedia', { mediaType: ['image'] }), 'files')
    await expect(stage.phone.answer({ files: [{ name: 'list.pdf', base64: small.base64 }] })).rejects.toThrow(
      'list.pdf',
    )
    await stage.phone.answer({ button: 'cancel' })
    await expect(answer).rejects.toThrow('chooseMedia:fail cancel')
  })

  test('by hand, where too many are refused in words', async () => {
    const [answer] = await asked(call('chooseImage', { count: 1 }), 'files')
    const buffer = Buffer.from(small.base64, 'base64')
    const given = { name: 'one.png', mimeType: 'image/png', buffer }
    const { screen } = stage
    await screen.evaluate(() =>
      document.querySelector<HTMLInputElement>('input[type=file]')?.toggleAttribute('multiple', true),
    )
    await screen.setInputFiles('input[type=file]', [given, given])
    await screen.getByText('最多 1 个，再挑一次').waitFor()
    await screen.setInputFiles('input[type=file]', [given])
    expect(await answer).toMatchObject({ tempFilePaths: [expect.stringMatching(/^wxfile:\/\/tmp_/)] })
  })
})

test('a file of a chat is picked by its ending, or the person turns back', async () => {
  const [taken] = await asked(call('chooseMessageFile', { count: 1, type: 'file', extension: ['xlsx'] }), 'files')
  await expect(stage.phone.answer({ files: [small] })).rejects.toThrow('site.png')
  await stage.phone.answer({ files: [{ name: 'roster.xlsx', base64: 'UEs=' }] })
  expect(await taken).toMatchObject({ tempFiles: [{ name: 'roster.xlsx', size: 2, type: 'file' }] })
  const [left] = await asked(call('chooseMessageFile', { count: 1 }), 'files')
  await stage.phone.answer({ button: 'cancel' })
  await expect(left).rejects.toThrow('chooseMessageFile:fail cancel')
})

describe('a picture the app made', () => {
  const path = 'wxfile://usr/poster.png'
  beforeAll(async () => {
    const write = `function (path, bytes) { wx.getFileSystemManager().writeFileSync(path, bytes, 'base64') }`
    await stage.miniProgram.evaluate(write, path, small.base64)
  })

  test('goes into the album with the person’s leave, asked once', async () => {
    const [answer] = await asked(call('saveImageToPhotosAlbum', { filePath: path }), 'permission')
    await stage.phone.answer({ sheet: 'permission', button: 'allow' })
    expect(await answer).toEqual({ errMsg: 'saveImageToPhotosAlbum:ok' })
    await call('saveImageToPhotosAlbum', { filePath: path })
    const size = Buffer.from(small.base64, 'base64').length
    expect(await stage.phone.saved()).toEqual([
      { name: 'picture.png', size },
      { name: 'picture.png', size },
    ])
  })

  test('is looked at, and closed', async () => {
    await call('previewImage', { urls: [path, '/pages/ask/card.png'], current: path })
    expect(await stage.phone.layer()).toMatchObject({ sheet: 'preview' })
    const shown = () =>
      [...document.querySelectorAll<HTMLImageElement>('#wx-layer img')].every((one) => one.naturalWidth > 0)
    await stage.screen.waitForFunction(shown)
    await stage.phone.answer({ button: 'cancel' })
    expect(await stage.phone.layer()).toMatchObject({ sheet: null })
  })

  test('is offered to a friend or to the album, or to nobody', async () => {
    const [kept] = await asked(call('showShareImageMenu', { path }), 'share-image')
    await stage.phone.answer({ button: 'save' })
    expect(await kept).toEqual({ errMsg: 'showShareImageMenu:ok' })
    const [left] = await asked(call('showShareImageMenu', { path }), 'share-image')
    await stage.phone.answer({ button: 'cancel' })
    await expect(left).rejects.toThrow('showShareImageMenu:fail cancel')
  })
})
