/** An empty roster to fill in: the head alone, every cell below it text, so that no document number loses its last figures. */
import { base64Of, zipOf } from './zip'

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006'
const KIND = 'application/vnd.openxmlformats-officedocument.spreadsheetml'

const types = `${HEAD}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${KIND}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${KIND}.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="${KIND}.styles+xml"/></Types>`

const relation = (id: string, kind: string, target: string): string =>
  `<Relationship Id="${id}" Type="${OFFICE}/${kind}" Target="${target}"/>`
const relations = (...all: readonly string[]): string =>
  `${HEAD}<Relationships xmlns="${PACKAGE}/relationships">${all.join('')}</Relationships>`

const workbook = `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets><sheet name="名册" sheetId="1" r:id="rId1"/></sheets></workbook>`

/** The second style is text: number format 49, as the standard counts them. */
const TEXT_STYLE = 1
const styles = `${HEAD}<styleSheet xmlns="${MAIN}"><fonts count="1"><font><sz val="12"/><name val="宋体"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="2"><xf/><xf numFmtId="49" applyNumberFormat="1"/></cellXfs></styleSheet>`

const WIDE = 22
/** A roster has fewer columns than there are letters. */
const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'
const escaped = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;')

const sheet = (labels: readonly string[]): string => {
  const columns = labels
    .map((_, at) => `<col min="${at + 1}" max="${at + 1}" width="${WIDE}" style="${TEXT_STYLE}" customWidth="1"/>`)
    .join('')
  const cells = labels
    .map(
      (label, at) =>
        `<c r="${LETTERS[at] ?? ''}1" t="inlineStr" s="${TEXT_STYLE}"><is><t>${escaped(label)}</t></is></c>`,
    )
    .join('')
  return `${HEAD}<worksheet xmlns="${MAIN}"><cols>${columns}</cols><sheetData><row r="1">${cells}</row></sheetData></worksheet>`
}

/** As an xlsx in base64. */
export const sampleSheet = (labels: readonly string[]): string =>
  base64Of(
    zipOf([
      { name: '[Content_Types].xml', text: types },
      { name: '_rels/.rels', text: relations(relation('rId1', 'officeDocument', 'xl/workbook.xml')) },
      { name: 'xl/workbook.xml', text: workbook },
      {
        name: 'xl/_rels/workbook.xml.rels',
        text: relations(
          relation('rId1', 'worksheet', 'worksheets/sheet1.xml'),
          relation('rId2', 'styles', 'styles.xml'),
        ),
      },
      { name: 'xl/worksheets/sheet1.xml', text: sheet(labels) },
      { name: 'xl/styles.xml', text: styles },
    ]),
  )
