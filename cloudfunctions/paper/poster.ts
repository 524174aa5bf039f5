/** Draws a site's poster: the code from WeChat, one drawing, and from it the PNG and the PDF. */
import type { paperApi } from '../../domain/paper'
import { files, openapi } from '../_lib/cloud'
import type { Handlers } from '../_lib/serve'
import { draw } from './draw'
import { encodePdf } from './pdf'
import { compressRows, encodePng } from './png'
import { CODE_SIZE, posterSvg } from './posterSvg'

type Poster = Handlers<(typeof paperApi)['endpoints']>['poster']

const DOTS_PER_INCH = 200

const pictureOf = async (scene: string): Promise<string> => {
  const page = 'pages/worker/scan/index'
  const asked = { scene, page, checkPath: false, width: CODE_SIZE }
  const { buffer, contentType } = await openapi.wxacode.getUnlimited(asked)
  return `data:${contentType};base64,${Buffer.from(buffer).toString('base64')}`
}

export const poster: Poster = async ({ scene, path, requestId: _once, ...words }, { now }) => {
  const rows = await compressRows(await draw(posterSvg(words, await pictureOf(scene))))
  const png = encodePng(rows, DOTS_PER_INCH)
  const pdf = encodePdf(rows, words.name, now)
  const [pngId, pdfId] = await Promise.all([files.put(`${path}.png`, png), files.put(`${path}.pdf`, pdf)])
  return { pngId, pdfId }
}
