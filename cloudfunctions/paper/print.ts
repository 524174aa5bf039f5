/** One drawing as a picture and as a PDF of the same dots, kept side by side. */
import { files } from '../_lib/cloud'
import { draw } from './draw'
import { A4, encodePdf, type Page } from './pdf'
import { compressRows, encodePng } from './png'

export const DOTS_PER_INCH = 200

export const print = async (
  svg: string,
  path: string,
  title: string,
  now: Date,
  page: Page = A4,
): Promise<{ pngId: string; pdfId: string }> => {
  const rows = await compressRows(await draw(svg))
  const [pngId, pdfId] = await Promise.all([
    files.put(`${path}.png`, encodePng(rows, DOTS_PER_INCH)),
    files.put(`${path}.pdf`, encodePdf(rows, title, now, page)),
  ])
  return { pngId, pdfId }
}
