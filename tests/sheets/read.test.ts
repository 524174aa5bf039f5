/** A sheet is read by what is in it: text with the sheet's own row numbers, and a row with its sentence where a cell cannot be trusted. */
import writeExcelFile from 'write-excel-file/node'
import { readSheet } from '../../cloudfunctions/_lib/sheet'
import { type Handmade, handmade, inline, textRow } from './handmade'

const columns = {
  name: { label: '姓名', isOptional: false },
  number: { label: '证件号', isOptional: false },
  amount: { label: '金额', isOptional: true },
} as const
const asked = { columns, maxRows: 10, maxBytes: 1_000_000 } as const
const read = (file: Buffer) => readSheet(file, asked).rows
const readMade = (sheet: Handmade) => read(handmade(sheet))
const head = textRow(1, '姓名', '证件号', '金额')
const cellsOf = (row: string, more: Partial<Handmade> = {}) => readMade({ ...more, rows: head + row })[0]

test('rows keep the numbers of the sheet, whatever stands above the head or is empty between', () => {
  const rows = [
    textRow(2, '2021 年 2 月'),
    textRow(4, '*金额', '姓名', '备注', '证 件 号'),
    textRow(5, '12', ' 王建军 ', '新来的', 'G1'),
    '<row r="6"><c r="A6" s="3"/></row>',
    textRow(9, '', '李梅', '', 'G2'),
  ]
  expect(readMade({ rows: rows.join('') })).toEqual([
    { row: 5, cells: { name: '王建军', number: 'G1', amount: '12' } },
    { row: 9, cells: { name: '李梅', number: 'G2', amount: '' } },
  ])
})

test('text comes whole: shared, rich, escaped, with a prefix of its own, without what is only said above it', () => {
  const strings = [
    '<t>王</t>',
    '<r><t>麦麦提</t></r><r><t xml:space="preserve">·吐尔逊 </t></r><rPh sb="0" eb="1"><t>wang</t></rPh>',
    '<t>a_x000D_&amp;_x005F_x0041_</t>',
  ]
  const shared = (at: number, ref: string) => `<c r="${ref}" t="s"><v>${at}</v></c>`
  expect(
    cellsOf(`<row r="2">${shared(1, 'A2')}${shared(2, 'B2')}<c r="C2" t="b"><v>1</v></c></row>`, { strings }),
  ).toEqual({
    row: 2,
    cells: { name: '麦麦提·吐尔逊', number: 'a\n&_x0041_', amount: '是' },
  })
  const prefixed = `<x:row><x:c t="inlineStr"><x:is><x:t>王</x:t></x:is></x:c><x:c t="inlineStr"><x:is><x:t><![CDATA[<G1>]]></x:t></x:is></x:c></x:row>`
  expect(cellsOf(prefixed)).toMatchObject({ row: 2, cells: { name: '王', number: '<G1>' } })
})

test('a figure is what people see, a day is a day, and zeros in front stay', () => {
  const styles = `<numFmts><numFmt numFmtId="170" formatCode="yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;"/><numFmt numFmtId="171" formatCode="000000"/><numFmt numFmtId="172" formatCode="0.00E+00"/></numFmts>
    <cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="170"/><xf numFmtId="171"/><xf numFmtId="172"/></cellXfs>`
  const amount = (style: number, value: string, more: Partial<Handmade> = {}) =>
    cellsOf(`<row r="2">${inline('A2', '王')}${inline('B2', 'G1')}<c r="C2" s="${style}"><v>${value}</v></c></row>`, {
      styles,
      ...more,
    })?.cells.amount
  expect(amount(0, '13812345678')).toBe('13812345678')
  expect(amount(0, '1.3812345678E10')).toBe('13812345678')
  expect(amount(0, '18600.5')).toBe('18600.5')
  expect(amount(0, '0.30000000000000004')).toBe('0.3')
  expect(amount(4, '1200')).toBe('1200')
  expect(amount(1, '44233')).toBe('2021-02-06')
  expect(amount(2, '44233.75')).toBe('2021-02-06')
  expect([amount(1, '1'), amount(1, '59'), amount(1, '61')]).toEqual(['1900-01-01', '1900-02-28', '1900-03-01'])
  const since1904 = '<workbookPr date1904="1"/><sheets><sheet name="a" sheetId="1" r:id="rId1"/></sheets>'
  expect(amount(1, '42771', { workbook: since1904 })).toBe('2021-02-06')
  expect(amount(3, '4217')).toBe('004217')
})

test('a formula, lost digits and a mistake are refused by their row, and what the formula last came to is not believed', () => {
  const row = `<row r="2">${inline('A2', '王')}<c r="B2"><v>3.40000198609014E+17</v></c><c r="C2"><f>SUM(A1:A9)</f><v>9999</v></c></row>`
  const shared = `<row r="3">${inline('A3', '李')}<c r="B3" t="str"><f t="shared" si="0"/><v>G1</v></c><c r="C3" t="e"><v>#N/A</v></c></row>`
  const typed = textRow(4, '赵', '3.40002E+17', '1')
  const dragged = '<row r="5"><c r="C5" t="str"><f>IF(A5="","",1)</f><v></v></c></row>'
  expect(readMade({ rows: head + row + shared + typed + dragged })).toEqual([
    {
      row: 2,
      cells: { name: '王', number: '3.40000198609014E+17', amount: '' },
      problem: '证件号存成了数字，后面几位丢了，改成文本再填；“金额”这一格是公式，改成算好的数或字',
    },
    {
      row: 3,
      cells: { name: '李', number: '', amount: '' },
      problem: '“证件号”这一格是公式，改成算好的数或字；“金额”这一格算错了，重新填',
    },
    {
      row: 4,
      cells: { name: '赵', number: '3.40002E+17', amount: '1' },
      problem: '证件号存成了数字，后面几位丢了，改成文本再填',
    },
  ])
})

test('a formula in a column nobody asked for is nobody’s matter', () => {
  const file = handmade({
    rows:
      textRow(1, '姓名', '证件号', '序号') +
      `<row r="2">${inline('A2', '王')}${inline('B2', 'G1')}<c r="C2"><f>ROW()</f><v>2</v></c></row>`,
  })
  expect(read(file)).toEqual([{ row: 2, cells: { name: '王', number: 'G1', amount: '' } }])
})

test('the first sheet that can be seen is the one that is read', () => {
  const second =
    '<worksheet><sheetData><row r="1"><c t="inlineStr"><is><t>姓名</t></is></c><c t="inlineStr"><is><t>证件号</t></is></c></row><row r="2"><c t="inlineStr"><is><t>看得见</t></is></c></row></sheetData></worksheet>'
  const workbook =
    '<sheets><sheet name="a" sheetId="1" r:id="rId1" state="hidden"/><sheet name="b" sheetId="2" r:id="rId2"/></sheets>'
  const rows = readMade({
    rows: head + textRow(2, '藏着', 'G1'),
    workbook,
    parts: { 'xl/worksheets/sheet2.xml': second },
  })
  expect(rows.map(({ cells }) => cells.name)).toEqual(['看得见'])
})

test('what another writer makes of days and figures is read alike', async () => {
  const row = [
    { value: '王', type: String },
    { value: 'G1', type: String },
    { value: new Date('2021-02-06T00:00:00.000Z'), type: Date, format: 'yyyy/mm/dd' },
  ]
  const file = await writeExcelFile([
    ['姓名', '证件号', '金额'].map((value) => ({ value, type: String })),
    row,
  ]).toBuffer()
  expect(read(file)[0]?.cells.amount).toBe('2021-02-06')
})

test('merged cells above the head harm nobody', () => {
  const rows = textRow(1, '花名册') + textRow(2, '姓名', '证件号') + textRow(3, '王', 'G1')
  expect(readMade({ rows, after: '<mergeCells><mergeCell ref="A1:C1"/></mergeCells>' })).toHaveLength(1)
})
