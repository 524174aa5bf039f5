/** The empty roster a phone makes is a real sheet: read by our own reader and by a library, and every column of it text. */
import { unzipSync } from 'fflate'
import readExcelFile from 'read-excel-file/node'
import { readSheet } from '../../cloudfunctions/_lib/sheet'
import { sampleSheet } from '../../src/desk/roster-claim/sample-sheet'

const labels = ['姓名', '证件号', '学时', '培训费 & <税前>']
const made = (): Buffer => Buffer.from(sampleSheet(labels), 'base64')

test('a library that never heard of us finds the head', async () => {
  expect(await readExcelFile(made())).toEqual([{ sheet: '名册', data: [labels] }])
})

test('our own reader knows every column, and says that nobody stands in it yet', () => {
  const columns = {
    name: { label: '姓名', isOptional: false },
    number: { label: '证件号', isOptional: false },
    hours: { label: '学时', isOptional: false },
  }
  const read = () => readSheet(made(), { columns, maxRows: 10, maxBytes: 100_000, canHaveOthers: true })
  expect(read).toThrow(expect.objectContaining({ detail: { reason: 'no rows', fields: expect.anything() } }))
})

test('each column is text, so that eighteen figures stay eighteen figures', () => {
  const sheet = Buffer.from(unzipSync(made())['xl/worksheets/sheet1.xml'] ?? []).toString()
  expect(sheet.match(/<col [^>]*style="1"/g)).toHaveLength(labels.length)
})
