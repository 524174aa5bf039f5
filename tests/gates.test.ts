/** A mini-program WeChat or an old phone would refuse does not leave the build. */
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { gateWeapp } from '../config/gates'

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
  ['templates without names', { 'base.wxml': '<view></view>' }, /no aria-label/],
])('%s does not', (_what, files, complaint) => {
  expect(gateWeapp(built(files))).toEqual([expect.stringMatching(complaint)])
})

test('the word eval in a sentence is no call of it', () => {
  expect(gateWeapp(built({ 'pages/home/index.js': 'var words = "eval(1) and new Function()"' }))).toEqual([])
})
