/** What WeChat itself would refuse, it refuses here: a build its compilers do not take, a use of a phone it was not told of. */
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { run } from '../config/run/spawn'
import { type Compiled, compileMiniPrograms } from '../config/run/wechat/compiling'
import { declared, interfaces } from '../config/run/wechat/declared'
import { declaringViolations, interfacesUsed } from '../config/run/wechat/declaring'

const weapp = join(__dirname, '..', 'dist', 'weapp')
const folders = mkdtempSync(join(tmpdir(), 'nuanhu-wechat-'))
afterAll(() => rmSync(folders, { recursive: true, force: true }))

const sound = {
  'project.config.json': '{ "miniprogramRoot": "./", "compileType": "miniprogram", "setting": {} }',
  'app.json': '{ "pages": ["pages/home/index"] }',
  'app.js': 'App({})',
  'pages/home/index.json': '{}',
  'pages/home/index.js': 'Page({})',
  'pages/home/index.wxml': '<view>{{ greeting }}</view>',
  'pages/home/index.wxss': '.greeting { color: red }',
} as const

const written = (name: string, files: Readonly<Record<string, string>>): string => {
  const folder = join(folders, name)
  for (const [file, text] of Object.entries({ ...sound, ...files })) {
    mkdirSync(dirname(join(folder, file)), { recursive: true })
    writeFileSync(join(folder, file), text)
  }
  return folder
}

const broken = {
  'a page that is missing': { 'app.json': '{ "pages": ["pages/home/index", "pages/gone/index"] }' },
  'a component that is missing': { 'pages/home/index.json': '{ "usingComponents": { "lamp": "./lamp" } }' },
  'a tag that is not closed': { 'pages/home/index.wxml': '<view><text></view>' },
  'code that does not parse': { 'pages/home/index.js': 'Page({' },
  'a style that is not closed': { 'pages/home/index.wxss': '.greeting { color' },
} as const satisfies Record<string, Record<string, string>>

describe('WeChat’s own compilers', () => {
  const refused = Object.entries(broken).map(([name, files]) => ({ name, folder: written(name, files) }))
  let compiled: Compiled[] = []
  beforeAll(async () => {
    compiled = await compileMiniPrograms([weapp, written('sound', {}), ...refused.map(({ folder }) => folder)])
  })
  const of = (folder: string) => compiled.find((one) => one.folder === folder)

  it('take the mini-program that goes out, with every page of it', () => {
    expect(of(weapp)?.refusals).toEqual([])
    expect(of(weapp)?.files).toEqual(expect.arrayContaining(['app.json', 'pages/home/index.js', 'desk/home/index.js']))
  })

  it('take a small one', () => {
    expect(of(join(folders, 'sound'))?.refusals).toEqual([])
  })

  it.each(Object.keys(broken))('refuse %s', (name) => {
    expect(of(join(folders, name))?.refusals.length).toBeGreaterThan(0)
  })

  it('name the page that is missing, and the line of a broken tag and style', () => {
    const saidOf = (name: string): string => of(join(folders, name))?.refusals.join('\n') ?? ''
    expect(saidOf('a page that is missing')).toContain('pages/gone/index')
    expect(saidOf('a tag that is not closed')).toContain('pages/home/index.wxml:1')
    expect(saidOf('a style that is not closed')).toContain('pages/home/index.wxss')
  })
})

it('nothing leaves the machine while they compile', async () => {
  const server = createServer((socket) => socket.end('reached'))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  const port = typeof address === 'object' ? address?.port : 0
  const call = `require('net').connect(${port}, '127.0.0.1').on('error', ({ message }) => console.log(message)).on('data', (text) => console.log(String(text)))`
  const offline = join(__dirname, '..', 'config', 'run', 'wechat', 'offline.cjs')
  const said = async (...flags: readonly string[]) => (await run(process.execPath, [...flags, '-e', call])).said.trim()
  expect([await said(), await said('--require', offline)]).toEqual(['reached', 'nothing leaves this machine'])
  await new Promise<unknown>((resolve) => server.close(resolve))
})

it('the bundle says with each call which release it is', () => {
  const { version } = JSON.parse(readFileSync(join(__dirname, '..', 'package.json'), 'utf8'))
  expect(readFileSync(join(weapp, 'common.js'), 'utf8')).toContain(`"${version}"`)
})

describe('what a phone is used for', () => {
  const withFiles = (name: string, files: Readonly<Record<string, string>>): string => {
    const folder = join(folders, name)
    cpSync(weapp, folder, { recursive: true })
    for (const [file, text] of Object.entries(files)) writeFileSync(join(folder, file), text)
    return folder
  }

  it('is declared, and nothing is declared that nothing uses', () => {
    expect(declaringViolations(weapp)).toEqual([])
  })

  it('is found in the bundle as Taro and a minifier leave it', () => {
    expect([...interfacesUsed(weapp).keys()].sort()).toEqual([
      'chooseMedia',
      'chooseMessageFile',
      'getPhoneNumber',
      'saveImageToPhotosAlbum',
    ])
  })

  it.each([
    ['a call', 'wx.getLocation()', 'getLocation'],
    ['a call through Taro', '(0, taro.getFuzzyLocation)({})', 'getFuzzyLocation'],
    ['a name in brackets', "wx['chooseAddress']({})", 'chooseAddress'],
    ['a name taken out of wx', 'var { getClipboardData } = wx; getClipboardData()', 'getClipboardData'],
    ['a button', "h(Button, { openType: 'chooseAvatar' })", 'chooseAvatar'],
    ['a scope asked for', "wx.authorize({ scope: 'scope.record' })", 'scope.record'],
  ])('fails by name where it is used and not declared: %s', (name, code, used) => {
    expect(declaringViolations(withFiles(name, { 'extra.js': code }))).toEqual([
      expect.stringMatching(new RegExp(`^extra\\.js uses ${used.replace('.', '\\.')}: .+ is not declared$`)),
    ])
  })

  it('is not found in a word that only looks like it', () => {
    const code = "var icons = { camera: 1 }; icons.camera; say('nickname of camera', person.nickname)"
    expect(declaringViolations(withFiles('words', { 'extra.js': code }))).toEqual([])
  })

  it('fails where a template shows the camera', () => {
    expect(declaringViolations(withFiles('camera', { 'extra.wxml': '<camera mode="scanCode"/>' }))).toEqual([
      'extra.wxml uses camera: 摄像头 is not declared',
    ])
  })

  it('fails where something is declared and nothing uses it', () => {
    const privacy = { ...declared.privacy, 蓝牙: '找附近的人' }
    expect(declaringViolations(weapp, { ...declared, privacy })).toEqual(['蓝牙 is declared and nothing uses it'])
  })

  it('fails where app.json asks leave for what is not declared, and where it does not ask for what is', () => {
    const app = JSON.stringify({
      permission: { 'scope.userLocation': { desc: '' } },
      requiredPrivateInfos: ['getLocation'],
      requiredBackgroundModes: ['audio'],
    })
    expect(declaringViolations(withFiles('asking', { 'app.json': app }))).toEqual([
      'app.json asks for scope.userLocation, which is not declared',
      'app.json asks for getLocation, which is not declared',
      'app.json asks for audio, which is not declared',
    ])
    expect(declaringViolations(weapp, { ...declared, permissions: ['getLocation'] })).toEqual([
      'getLocation is declared and app.json does not ask for it',
    ])
  })

  it('is said in words a person understands, under one heading each', () => {
    const all = Object.values(interfaces).flat()
    expect(new Set(all).size).toBe(all.length)
    for (const words of Object.values(declared.privacy)) expect(words.length).toBeGreaterThan(10)
  })
})
