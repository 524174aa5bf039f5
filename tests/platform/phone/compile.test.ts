/** What the phone makes of a build: refused as WeChat refuses it, with the file and the line, or turned into what a browser loads. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { BuildRefused, compileApp } from '../../../platform/phone/compile'

const folders: string[] = []

const sound = {
  'app.json': '{"pages":["home/index"],"subPackages":[{"root":"far","pages":["away/index"]}]}',
  'app.js': 'App({})',
  'app.wxss': '@import "./shared.wxss"; page { color: red }',
  'shared.wxss': '.box { width: 75rpx; height: 50vh }',
  'home/index.js': 'Page({})',
  'home/index.json': '{"usingComponents":{"lamp":"../parts/lamp"}}',
  'home/index.wxml': '<view class="box" hover-class="on"><lamp/></view>',
  'far/away/index.js': 'Page({})',
  'far/away/index.wxml': '<text>{{words}}</text>',
  'parts/lamp.js': 'Component({})',
  'parts/lamp.json': '{"component":true}',
  'parts/lamp.wxml': '<button open-type="share" bindtap="on">灯</button>',
  'parts/lamp.wxss': '.wick { color: gold } button { margin: 0 } @keyframes glow { from { opacity: 0 } }',
}

function compile(changes: Readonly<Record<string, string>> = {}, isDraft = false) {
  const root = mkdtempSync(join(tmpdir(), 'nuanhu-app-'))
  folders.push(root)
  for (const [file, text] of Object.entries({ ...sound, ...changes })) {
    mkdirSync(dirname(join(root, file)), { recursive: true })
    writeFileSync(join(root, file), text)
  }
  return compileApp(root, isDraft)
}

afterAll(() => {
  for (const root of folders) rmSync(root, { recursive: true, force: true })
})

const tooMuch = `/*${'x'.repeat(2 * 1024 * 1024)}*/`

describe('a build is refused, with the file and the line', () => {
  it.each([
    ['a page without its code', { 'app.json': '{"pages":["nowhere"]}' }, /^app\.json:1 nowhere\.js is not there/],
    ['app.json that is no JSON', { 'app.json': '{' }, /^app\.json:1 /],
    ['an app without pages', { 'app.json': '{"pages":[]}' }, /^app\.json:1 /],
    ['a component’s JSON', { 'parts/lamp.json': '{"component":1}' }, /^parts\/lamp\.json:1 /],
    ['an element that is not closed', { 'home/index.wxml': '<view>\n<view>\n</view>' }, /^home\/index\.wxml:1 /],
    ['an expression that is none', { 'home/index.wxml': '<view>\n{{a +}}</view>' }, /^home\/index\.wxml:2 /],
    ['code that cannot be read', { 'home/index.js': '\n\nPage({\n)' }, /^home\/index\.js:4 /],
    ['a sheet that cannot be read', { 'app.wxss': '\n.a {' }, /^app\.wxss:2 /],
    ['an import that leads nowhere', { 'app.wxss': '\n@import "./gone.wxss";' }, /^app\.wxss:2 \.\/gone\.wxss is not/],
    ['a main package over 2 MB', { 'app.js': tooMuch }, /the main package is 2\.00 MB, over WeChat's 2 MB/],
    ['a subpackage over 2 MB', { 'far/away/index.js': tooMuch }, /the package far is 2\.00 MB, over/],
  ])('%s', (_, changes, said) => {
    expect(() => compile(changes)).toThrow(BuildRefused)
    expect(() => compile(changes)).toThrow(said)
  })

  it('with all its faults at once', () => {
    expect(() => compile({ 'home/index.wxml': '<view>', 'far/away/index.wxml': '</text>' })).toThrow(
      /^far\/away\/index\.wxml:1 .*\nhome\/index\.wxml:1 /,
    )
  })
})

describe('a build that is sound', () => {
  it('is one file for the main package and one for each other, so that one is fetched when it is entered', () => {
    const { scripts } = compile()
    expect([...scripts.keys()]).toEqual(['app.js', 'main.js', 'package-far.js'])
    expect(scripts.get('main.js')).toContain('"home/index"')
    expect(scripts.get('main.js')).not.toContain('"far/away/index"')
    expect(scripts.get('package-far.js')).toContain('"far/away/index"')
  })

  it('may be of any size while it is only a draft', () => {
    expect(compile({ 'app.js': tooMuch }, true).data.pages).toEqual(['home/index', 'far/away/index'])
  })

  it('says which properties each native tag is given, and leaves the app’s own components out', () => {
    expect(compile().data.tags).toEqual({ view: ['hoverClass'], text: [], button: ['openType'] })
  })

  it('measures by the width of the phone and the height of the page', () => {
    const main = compile().scripts.get('main.js') ?? ''
    expect(main).toContain('.box { width: 10vw; height: calc(var(--page-vh) * 50) } wx-page { color: red }')
  })

  it('keeps a component’s classes to itself, and no step of a movement for a class', () => {
    const main = compile().scripts.get('main.js') ?? ''
    expect(main).toContain('.parts_lamp--wick { color: gold } wx-button { margin: 0 } @keyframes glow { from {')
  })

  it('lets a component share the page’s classes when it asks for that', () => {
    const { data, scripts } = compile({ 'parts/lamp.json': '{"component":true,"styleIsolation":"shared"}' })
    expect(data.scopes).toEqual({})
    expect(scripts.get('main.js')).toContain('.wick { color: gold }')
  })
})
