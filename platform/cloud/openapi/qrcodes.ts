/** wxacode.getUnlimited: a code that really scans; what it says is the page and the scene. */
import { toBuffer } from 'qrcode'
import { type Json, textOf } from '../json'
import { WxFailure } from './failure'

const SCENE = /^[0-9A-Za-z!#$&'()*+,/:;=?@\-._~]+$/

/** Black and white need no filter: trying each of them on every row takes ten times as long. */
const rendererOpts = { filterType: 0, deflateStrategy: 0 }

export async function getUnlimited({ scene: rawScene, page: rawPage, width: rawWidth }: Json): Promise<Buffer> {
  const scene = textOf(rawScene) ?? ''
  const page = textOf(rawPage) ?? ''
  const width = typeof rawWidth === 'number' ? rawWidth : 430
  if (scene.length === 0 || scene.length > 32)
    throw new WxFailure(40169, 'invalid length for scene, or the data is not json string')
  if (!SCENE.test(scene)) throw new WxFailure(40097, 'invalid args: scene')
  if (page.startsWith('/') || page.includes('?')) throw new WxFailure(41030, 'invalid page')
  if (width < 280 || width > 1280) throw new WxFailure(40097, 'invalid args: width')
  return toBuffer(`weapp://${page}?scene=${encodeURIComponent(scene)}`, {
    type: 'png',
    width,
    errorCorrectionLevel: 'M',
    rendererOpts,
  })
}
