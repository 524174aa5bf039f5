/** One drawing as a page: a PDF reads the very rows a PNG holds, so nothing is compressed twice. */
import type { Rows } from './png'

/** In points, 72 to the inch. */
export type Page = { readonly width: number; readonly height: number }
export const A4: Page = { width: 595.28, height: 841.89 }
/** 100 mm by 60: what a label printer holds. */
export const LABEL: Page = { width: 283.46, height: 170.08 }

/** Text in a PDF beyond ASCII is UTF-16 with a mark in front. */
const hex = (text: string): string => {
  const units = Array.from({ length: text.length }, (_, at) => text.charCodeAt(at).toString(16).padStart(4, '0'))
  return `<feff${units.join('')}>`
}

const dateOf = (now: Date): string => `(D:${now.toISOString().replace(/[-:T]/g, '').slice(0, 14)}Z)`

const streamOf = (words: string, content: Buffer): Buffer =>
  Buffer.concat([
    Buffer.from(`<< ${words} /Length ${content.length} >>\nstream\n`, 'latin1'),
    content,
    Buffer.from('\nendstream', 'latin1'),
  ])

const pictureOf = ({ width, height, compressed }: Rows): Buffer =>
  streamOf(
    `/Type /XObject /Subtype /Image /Width ${width} /Height ${height} /ColorSpace /DeviceRGB /BitsPerComponent 8 ` +
      `/Filter /FlateDecode /DecodeParms << /Predictor 15 /Colors 3 /BitsPerComponent 8 /Columns ${width} >>`,
    compressed,
  )

/** Numbered objects, and behind them where each one begins. */
const assemble = (objects: readonly Buffer[]): Buffer => {
  const parts: Buffer[] = []
  const starts: number[] = []
  let length = 0
  const add = (part: Buffer): void => {
    parts.push(part)
    length += part.length
  }
  add(Buffer.from('%PDF-1.5\n%âãÏÓ\n', 'latin1'))
  objects.forEach((object, index) => {
    starts.push(length)
    add(Buffer.concat([Buffer.from(`${index + 1} 0 obj\n`), object, Buffer.from('\nendobj\n')]))
  })
  const table = starts.map((start) => `${String(start).padStart(10, '0')} 00000 n \n`).join('')
  const size = objects.length + 1
  const end = `xref\n0 ${size}\n0000000000 65535 f \n${table}trailer\n<< /Size ${size} /Root 1 0 R /Info 6 0 R >>\n`
  add(Buffer.from(`${end}startxref\n${length}\n%%EOF\n`, 'latin1'))
  return Buffer.concat(parts)
}

export const encodePdf = (rows: Rows, title: string, now: Date, { width, height }: Page): Buffer => {
  const said = (words: string): Buffer => Buffer.from(words, 'latin1')
  return assemble([
    said('<< /Type /Catalog /Pages 2 0 R /Lang (zh-CN) /ViewerPreferences << /DisplayDocTitle true >> >>'),
    said('<< /Type /Pages /Kids [3 0 R] /Count 1 >>'),
    said(
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${width} ${height}] /Contents 5 0 R /Resources << /XObject << /P 4 0 R >> >> >>`,
    ),
    pictureOf(rows),
    streamOf('', said(`q ${width} 0 0 ${height} 0 0 cm /P Do Q`)),
    said(`<< /Title ${hex(title)} /CreationDate ${dateOf(now)} >>`),
  ])
}
