/** One piece of work on a sheet of 10,000 rows and 12 columns, in a process of its own that carries what a function carries. */
import { readFileSync, writeFileSync } from 'node:fs'
import { performance } from 'node:perf_hooks'
import '../../../cloudfunctions/_lib/cloud'
import { csv } from '../../../cloudfunctions/_lib/csv'
import { readSheet } from '../../../cloudfunctions/_lib/sheet'
import { workbook } from '../../../cloudfunctions/_lib/workbook'

const ROWS = 10_000
const labels = ['序', '姓名', '手机号', '证件号', '开户行', '卡号', '月份', '项目', '金额', '单位', '工地', '说明']
const columns = Object.fromEntries(labels.map((label) => [label, { label, isOptional: false }]))
const asked = { columns, maxRows: ROWS, maxBytes: 20_000_000 } as const

/** No cell but the common words repeats itself, so that nothing is shared that would not be. */
const cellsOf = (n: number): string[] => [
  String(n),
  `王建军${n}`,
  `138${String(n).padStart(8, '0')}`,
  `34000019860901${String(n).padStart(4, '0')}`,
  '中国工商银行上海市长寿路支行',
  `62170012${String(n * 7919).padStart(11, '0')}`,
  '2021-02',
  '通讯费补贴',
  `${n % 500}.50`,
  `上海第${n % 97}建筑工程有限公司`,
  `长寿路${n % 301}号楼工地`,
  `第 ${n} 行：=1+1，本人“已知晓”`,
]
const rows = (): string[][] => Array.from({ length: ROWS }, (_, n) => cellsOf(n))

const works: Readonly<Record<string, (file: string) => Promise<number> | number>> = {
  'write xlsx': async (file) => {
    const head = labels.map((label) => (label === '金额' ? ({ label, kind: 'yuan' } as const) : label))
    writeFileSync(file, await workbook([{ title: '名册', head, rows: rows() }]))
    return ROWS
  },
  'read xlsx': (file) => readSheet(readFileSync(file), asked).rows.length,
  'write csv': (file) => {
    writeFileSync(file, csv(labels, rows()))
    return ROWS
  },
  'read csv': (file) => readSheet(readFileSync(file), asked).rows.length,
  'write csv, GBK': (file) => {
    writeFileSync(file, csv(labels, rows(), { encoding: 'gb18030' }))
    return ROWS
  },
  'read csv, GBK': (file) => readSheet(readFileSync(file), asked).rows.length,
}

const measure = async (name: string, file: string): Promise<void> => {
  const from = performance.now()
  const count = (await works[name]?.(file)) ?? 0
  const seconds = (performance.now() - from) / 1000
  console.log(JSON.stringify({ count, seconds, peakMb: process.resourceUsage().maxRSS / 1024 }))
}

const [, , name = '', file = ''] = process.argv
void measure(name, file)
