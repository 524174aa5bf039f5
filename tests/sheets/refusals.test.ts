/** What cannot be read as a sheet is refused whole, each time with one sentence that says what to do. */

import { readSheet } from '../../cloudfunctions/_lib/sheet'
import { AppError } from '../../domain/kernel/errors'
import { claiming, handmade, inline, partsOf, textRow, zip } from './handmade'

const columns = {
  name: { label: '姓名', isOptional: false },
  number: { label: '证件号', isOptional: false },
  amount: { label: '金额', isOptional: true },
} as const
const wanted = '要有：姓名、证件号；可以没有：金额'

const sentence = (
  file: Buffer,
  limits: { maxRows?: number; maxBytes?: number; canHaveOthers?: boolean } = {},
): string => {
  try {
    readSheet(file, { columns, maxRows: 3, maxBytes: 1_000_000, ...limits })
  } catch (error) {
    if (error instanceof AppError) return `${error.code}: ${error.detail.fields?.file}`
    throw error
  }
  return 'taken'
}
const headed = (...rows: readonly string[]) => handmade({ rows: textRow(1, '姓名', '证件号') + rows.join('') })
const unreadable = (words: string) => `FILE_UNREADABLE: ${words}`

const OLE = Buffer.from('d0cf11e0a1b11ae1', 'hex')
const container = (...streams: readonly string[]) =>
  Buffer.concat([OLE, Buffer.alloc(504), ...streams.map((name) => Buffer.from(name, 'utf16le'))])

test('an encrypted sheet, and an old one in the same container', () => {
  const locked = unreadable('这个表加了密码，去掉密码再存一遍')
  expect(sentence(container())).toBe(locked)
  expect(sentence(container('EncryptionInfo', 'EncryptedPackage'))).toBe(locked)
  expect(sentence(container('Root Entry', 'Workbook'))).toBe(
    unreadable('这是老格式的表（xls），打开它另存为 xlsx 再传'),
  )
  const flagged = headed(textRow(2, '王', 'G1'))
  flagged.writeUInt16LE(1, flagged.indexOf(Buffer.from('504b0102', 'hex')) + 8)
  expect(sentence(flagged)).toBe(locked)
})

test('a file larger than allowed is refused before it is looked into', () => {
  expect(sentence(Buffer.alloc(50_000_000, OLE))).toBe(unreadable('这个文件超过了 1 MB，去掉图片和没用的表再传'))
})

describe('a bomb', () => {
  const bomb = zip(partsOf({ rows: textRow(1, '姓名', '证件号'), after: ' '.repeat(41_000_000) }))

  test('is known by what its directory claims, and nothing of it is unpacked', () => {
    expect(bomb.length).toBeLessThan(100_000)
    expect(sentence(bomb)).toBe(unreadable('这个表里的内容太多了，把用不着的行和表删掉，再存一遍'))
  })

  test('that claims less than it holds is unpacked no further than it claims', () => {
    expect(sentence(claiming(bomb, 'xl/worksheets/sheet1.xml', 1_000))).toContain('这个表不完整')
  })

  test('of tags within tags, of attributes, or of entities is refused', () => {
    const deep = handmade({ rows: '<a>'.repeat(100_000) })
    const wide = handmade({ rows: `<row ${Array.from({ length: 1_000 }, (_, n) => `a${n}=""`).join(' ')}/>` })
    const entities =
      '<?xml version="1.0"?><!DOCTYPE w [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><worksheet><sheetData><row><c t="str"><v>&b;</v></c></row></sheetData></worksheet>'
    const swollen = handmade({ rows: '', parts: { 'xl/worksheets/sheet1.xml': entities } })
    for (const file of [deep, wide, swollen]) expect(sentence(file)).toContain('这个表不完整')
  })
})

test('merged cells, by their place', () => {
  const merged = (ref: string) =>
    handmade({
      rows: textRow(1, '姓名', '证件号') + textRow(3, '王', 'G1'),
      after: `<mergeCells><mergeCell ref="${ref}"/></mergeCells>`,
    })
  expect(sentence(merged('A3:B4'))).toBe(unreadable('第 3 行有合并的格子（A3:B4），拆开再传'))
  expect(sentence(merged('A1:B1'))).toBe(unreadable('第 1 行有合并的格子（A1:B1），拆开再传'))
  expect(sentence(merged('A7:B9'))).toBe('taken')
})

test('a wrong column, by its name and beside the ones that are wanted', () => {
  const under = (...head: readonly string[]) => handmade({ rows: textRow(1, ...head) + textRow(2, '王', 'G1', '1') })
  expect(sentence(under('姓名', '身份证'))).toBe(unreadable(`缺“证件号”这一列，“身份证”不认得。${wanted}`))
  expect(sentence(under('姓名'))).toBe(unreadable(`缺“证件号”这一列。${wanted}`))
  expect(sentence(under('姓名', '证件号', '金额（元）'))).toBe(unreadable(`“金额（元）”不认得。${wanted}`))
  expect(sentence(under('姓名', '证件号', '金额（元）'), { canHaveOthers: true })).toBe('taken')
  expect(sentence(under('姓名', '证件号', '姓名'))).toBe(unreadable('“姓名”这一列有两个，留一个'))
  expect(sentence(under('甲', '乙'))).toBe(unreadable(`缺“姓名”“证件号”这一列，“甲”“乙”不认得。${wanted}`))
})

test('a formula for a heading is no heading', () => {
  const head = `<row r="1">${inline('A1', '姓名')}<c r="B1" t="str"><f>C9</f><v>证件号</v></c></row>`
  expect(sentence(handmade({ rows: head + textRow(2, '王', 'G1') }))).toBe(unreadable(`缺“证件号”这一列。${wanted}`))
})

test('a sheet without rows, and one with too many', () => {
  const noRows = unreadable('表里还没有填内容，填了再传')
  expect(sentence(headed())).toBe(noRows)
  expect(sentence(handmade({ rows: '' }))).toBe(noRows)
  expect(sentence(Buffer.from('姓名,证件号\r\n,\r\n'))).toBe(noRows)
  expect(sentence(Buffer.alloc(0))).toBe(unreadable('这个文件是空的，存好了再传'))
  const tooMany = 'TOO_MANY_ROWS: 一次最多 3 行，这个表不止，分几个文件传'
  const rows = (count: number) => Array.from({ length: count }, (_, at) => textRow(at + 2, '王', `G${at}`))
  expect(sentence(headed(...rows(3)))).toBe('taken')
  expect(sentence(headed(...rows(4)))).toBe(tooMany)
  expect(sentence(headed(...rows(400)))).toBe(tooMany)
  for (const count of [4, 400]) expect(sentence(Buffer.from(`姓名,证件号\n${'王,G1\n'.repeat(count)}`))).toBe(tooMany)
})

test('a file cut off anywhere', () => {
  const whole = headed(...Array.from({ length: 3 }, (_, at) => textRow(at + 2, '王', `G${at}`)))
  for (const share of [0.1, 0.5, 0.9, 0.99])
    expect(sentence(whole.subarray(0, Math.floor(whole.length * share)))).toContain('这个表不完整')
  const damaged = Buffer.from(whole)
  damaged.fill(0xff, 60, 200)
  expect(sentence(damaged)).toContain('这个表不完整')
  const half = handmade({ rows: '', parts: { 'xl/worksheets/sheet1.xml': '<worksheet><sheetData><row><c><v>1' } })
  expect(sentence(half)).toContain('这个表不完整')
  expect(sentence(Buffer.from('姓名,证件号\n"王,G1\n'))).toContain('这个表不完整')
})

test('what is no sheet at all', () => {
  const other = unreadable('这不是表格，存成 xlsx 再传')
  expect(sentence(zip({ 'word/document.xml': '<w/>' }))).toBe(other)
  expect(sentence(Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'))).toBe(other)
  expect(sentence(Buffer.from('%PDF-1.7\n\x00\x01\x02'))).toBe(other)
  expect(sentence(Buffer.from('不是表格'))).toContain('缺“姓名”“证件号”这一列')
  expect(sentence(Buffer.from('<html><table><tr><td>姓名</td></tr></table></html>'))).toBe(
    unreadable('这是网页存成的表，用 Excel 打开，另存为 xlsx 再传'),
  )
})
