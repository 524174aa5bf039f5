/** Whatever text goes into a workbook comes back the same, and never as a formula. */
import fc from 'fast-check'
import { readSheet as readByOthers } from 'read-excel-file/node'
import { plain } from '../../cloudfunctions/_lib/cellText'
import { readSheet } from '../../cloudfunctions/_lib/sheet'
import { workbook } from '../../cloudfunctions/_lib/workbook'
import { runs } from '../property'
import { xmlOf } from './handmade'

const columns = { key: { label: '编号', isOptional: false }, text: { label: '内容', isOptional: false } } as const
const read = (file: Buffer) => readSheet(file, { columns, maxRows: 10_000, maxBytes: 10_000_000 }).rows
const sheetOf = (texts: readonly string[]) =>
  workbook([{ title: '表', head: ['编号', '内容'], rows: texts.map((text, at) => [`第${at}`, text]) }])

/** Words that are something to Excel, to XML, to the library or to the language. */
const traps = [
  '=1+1',
  '+86',
  '-5',
  '@SUM(A1)',
  '\t=1',
  '\r=1',
  '＝1',
  "'=1",
  '_x000D_',
  '_x0041_',
  '<f>1</f>',
  '&amp;',
  ']]>',
  '__proto__',
  'constructor',
  'toString',
  'hasOwnProperty',
  '340000198609014475',
  '007',
  '1E5',
  'TRUE',
  '2021-02-06',
  '𠮷田',
  '\ud842',
  '\u0000a\u0008',
  'a\r\nb',
  "=cmd|'/C calc'!A0",
  '=HYPERLINK("http://x","点")',
]
const anyText = fc.oneof(
  fc.constantFrom(...traps),
  fc.string({ unit: 'grapheme' }),
  fc.string({ unit: 'binary' }),
  fc
    .tuple(fc.constantFrom('=', '+', '-', '@', '\t', '\r', '＝'), fc.string({ unit: 'grapheme' }))
    .map((parts) => parts.join('')),
)

test('any text comes back as it was, trimmed and without what no file can hold, and no cell is a formula', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(anyText, { minLength: 1, maxLength: 20 }), async (texts) => {
      const file = await sheetOf(texts)
      expect(read(file).map(({ cells }) => cells.text)).toEqual(texts.map((text) => plain(text).trim()))
      const sheets = Object.entries(xmlOf(file)).filter(([name]) => name.startsWith('xl/worksheets/'))
      for (const [, xml] of sheets) expect(xml).not.toMatch(/<f[\s/>]/)
      for (const [, xml] of sheets)
        expect(xml.match(/<c [^>]*[^/]>/g)?.filter((cell) => !/ t="s"/.test(cell)) ?? []).toEqual([])
    }),
    runs(100),
  )
})

test('each trap is text to another reader too', async () => {
  const found = await readByOthers(await sheetOf(traps))
  const seen = found.slice(1).map(([, text]) => text ?? '')
  expect(seen.every((text) => typeof text === 'string')).toBe(true)
  for (const risky of ['=1+1', '+86', '-5', '@SUM(A1)', '340000198609014475', '007']) expect(seen).toContain(risky)
})

test('an amount is a number only where it is asked for, and the totals stand below', async () => {
  const head = ['编号', { label: '内容', kind: 'yuan' }] as const
  const file = await workbook([
    {
      title: '发放',
      head,
      rows: [
        ['甲', '18,600.50'],
        ['乙', '0.1'],
        ['丙', '=1+1'],
        ['丁', ''],
      ],
      totals: ['合计', '18,600.60'],
    },
  ])
  expect((await readByOthers(file)).map(([, amount]) => amount)).toEqual(['内容', 18600.5, 0.1, '=1+1', null, 18600.6])
  expect(read(file).map(({ cells }) => cells.text)).toEqual(['18600.5', '0.1', '=1+1', '', '18600.6'])
})

test('a cell longer than Excel takes is cut, and half a character never left', async () => {
  const [row] = read(await sheetOf([`${'长'.repeat(32_766)}𠮷`]))
  expect(row?.cells.text).toBe('长'.repeat(32_766))
})
