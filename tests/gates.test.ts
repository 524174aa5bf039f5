/** A mini-program WeChat or an old phone would refuse does not leave the build. */
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { drawingBytes, gateWeapp } from '../config/gates'

const good = {
  'app.json': JSON.stringify({ pages: ['pages/home/index'], subPackages: [{ root: 'desk', pages: ['home/index'] }] }),
  'app.js': 'var page = function () { return 1 }',
  'app.wxss': '.nh { color: red }',
  'base.wxml': '<view aria-label="{{i.p1}}"></view>',
}

const built = (files: Readonly<Record<string, string>>): string => {
  const folder = mkdtempSync(join(tmpdir(), 'nuanhu-gates-'))
  for (const [name, text] of Object.entries({ ...good, ...files })) {
    mkdirSync(dirname(join(folder, name)), { recursive: true })
    writeFileSync(join(folder, name), text)
  }
  return folder
}

test('a small, old-fashioned build with names for a screen reader goes out', () => {
  expect(gateWeapp(built({}))).toEqual([])
})

test.each([
  ['a main package over 600 KB', { 'pages/home/index.js': `"${'a'.repeat(601 * 1024)}"` }, /package main is 60[12] KB/],
  ['a subpackage over 1 MB', { 'desk/home/index.js': `"${'a'.repeat(1025 * 1024)}"` }, /package desk is 102[56] KB/],
  ['code an old phone cannot read', { 'pages/home/index.js': 'const a = b ?? c' }, /newer than ES2017/],
  ['a call of eval', { 'pages/home/index.js': 'eval("1")' }, /calls eval/],
  ['code made from text', { 'pages/home/index.js': 'new Function("return this")()' }, /calls Function/],
  ['a font from elsewhere', { 'app.wxss': '@font-face { src: url(https://example.com/a.woff) }' }, /from elsewhere/],
  ['a heavy picture', { 'pages/home/lantern.png': 'x'.repeat(31 * 1024) }, /drawings are 31 KB/],
  [
    'heavy drawings in the code',
    { 'app.js': `var lamp = '<path d="${'M1 2h3'.repeat(6000)}"/>'` },
    /drawings are 3\d KB, at most 30/,
  ],
  [
    'a heavy picture in a style',
    { 'app.wxss': `.a { background: url("data:image/png;base64,${'A'.repeat(31 * 1024)}") }` },
    /drawings are 3[12] KB/,
  ],
  ['templates without names', { 'base.wxml': '<view></view>' }, /no aria-label/],
])('%s does not', (_what, files, complaint) => {
  expect(gateWeapp(built(files))).toEqual([expect.stringMatching(complaint)])
})

test('the word eval in a sentence is no call of it', () => {
  expect(gateWeapp(built({ 'pages/home/index.js': 'var words = "eval(1) and new Function()"' }))).toEqual([])
})

test('a drawing in a style is counted to its end, whatever quotes and brackets stand in it', () => {
  const lamp = `url("data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg'%3E%3Cg fill='url(%23a)'/%3E%3C/svg%3E")`
  expect(drawingBytes(built({ 'app.wxss': `.a{--glyph:${lamp}}.b{background:${lamp} center}` }))).toBe(2 * lamp.length)
})

test('drawings are counted in every place they can lie, and words are none', () => {
  const path = 'M12 3a9 9 0 0 1 9 9v.5l-3 3'
  const drawn = { 'app.js': `var a = ['<g fill="none">', '${path}'], b = \`<path d="\${a}"/>\`, c = '走 3 步'` }
  expect(drawingBytes(built(drawn))).toBe('<g fill="none">'.length + path.length + '<path d="'.length)
})
