/** Comma-separated text in a bank's form: whatever goes out comes back the same, and is no formula to whoever opens it. */
import fc from 'fast-check'
import { csv, oneLine } from '../../cloudfunctions/_lib/csv'
import { readSheet } from '../../cloudfunctions/_lib/sheet'
import '../property'

const columns = { key: { label: '户名', isOptional: false }, text: { label: '附言', isOptional: false } } as const
const head = ['户名', '附言']
const read = (file: Buffer) => readSheet(file, { columns, maxRows: 10_000, maxBytes: 10_000_000 }).rows
const textsIn = (file: Buffer) => read(file).map(({ cells }) => cells.text)
const encoding = fc.constantFrom('utf-8', 'gb18030')
const rowsOf = (texts: readonly string[]) => texts.map((text, at) => [`户${at}`, text])

const anyText = fc.oneof(
  fc.constantFrom(
    '=1+1',
    "'=1",
    "''=1",
    "'",
    '"',
    '""',
    '","',
    ',',
    ';',
    '|',
    '\t=1',
    '\r\n=1',
    'a\r\n=1',
    '＝1',
    '-5',
    '𠮷',
    '\ufffd',
    'é',
    '€',
    '·',
  ),
  fc.string({ unit: 'grapheme' }),
  fc.string({ unit: 'binary' }).filter((text) => !/[\ue000-\uf8ff]/.test(text)),
  fc
    .tuple(fc.constantFrom('=', '+', '-', '@', '\t', "'"), fc.string({ unit: 'grapheme' }))
    .map((parts) => parts.join('')),
)

test('any text comes back on one line as it was, in either encoding', () => {
  fc.assert(
    fc.property(fc.array(anyText, { minLength: 1, maxLength: 20 }), encoding, (texts, as) => {
      expect(textsIn(csv(head, rowsOf(texts), { encoding: as }))).toEqual(texts.map(oneLine))
    }),
  )
})

const formula = /^\s*[=+\-@＝＋－＠\t\r]/
/** The fields of one line, a quoted one with its commas and without its quotes. */
const fieldsOf = (line: string) => [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(([, a, b]) => a ?? b)

test('no field begins as a formula, and a row is a line', () => {
  fc.assert(
    fc.property(fc.array(anyText, { minLength: 1, maxLength: 20 }), (texts) => {
      const lines = csv(head, rowsOf(texts)).toString('utf8').split('\r\n')
      expect(lines).toHaveLength(texts.length + 2)
      const fields = lines.slice(1, -1).map(fieldsOf)
      for (const of of fields) expect(of).toEqual([expect.any(String), expect.not.stringMatching(formula)])
      expect(lines.join('')).not.toMatch(/[\r\n]/)
    }),
  )
})

test('is what a bank takes: marked UTF-8 or GBK, CRLF, quotes doubled', () => {
  const rows = [
    ['王"建"军', '工资,二月'],
    ['李梅', '=1+1'],
  ]
  const text = '户名,附言\r\n"王""建""军","工资,二月"\r\n李梅,\'=1+1\r\n'
  expect(csv(head, rows)).toEqual(Buffer.from(`\ufeff${text}`))
  expect(csv(head, rows, { encoding: 'gb18030' }).subarray(0, 10)).toEqual(Buffer.from('bba7c3fb2cb8bdd1d40d', 'hex'))
})

test('is read as banks and Excel write it: GBK, UTF-8 with and without its mark, tabs in UTF-16, any line end', () => {
  const gbk = Buffer.from('bba7c3fb2cb8bdd1d40d0acdf52cb9a4d7ca', 'hex')
  const tabbed = Buffer.from('\ufeff户名\t附言\r\n王\t工资\r\n', 'utf16le')
  const plain = '户名,附言\n王,工资'
  const files = [
    gbk,
    tabbed,
    Buffer.from(plain),
    Buffer.from(`\ufeff${plain}\n`),
    Buffer.from(plain.replace('\n', '\r')),
  ]
  for (const file of files) expect(read(file)).toEqual([{ row: 2, cells: { key: '王', text: '工资' } }])
})

test('keeps the numbers of the rows, quotes within and line ends within, and refuses what lost its digits', () => {
  const file = Buffer.from('户名,附言\r\n\r\n"王 ""军""","一\r\n二" \r\n李,6.21700123E+18\r\n')
  expect(read(file)).toEqual([
    { row: 3, cells: { key: '王 "军"', text: '一\n二' } },
    { row: 4, cells: { key: '李', text: '6.21700123E+18' }, problem: '附言存成了数字，后面几位丢了，改成文本再填' },
  ])
})
