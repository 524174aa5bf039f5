/** Turns a drawing into dots with fonts of our own: neither the cloud nor any printer needs to have Chinese ones. */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { initWasm, Resvg } from '@resvg/resvg-wasm'
import type { Pixels } from './png'

const asset = (name: string): Promise<Buffer> => readFile(join(__dirname, name))

const load = async (): Promise<Buffer[]> => {
  const [, ...fonts] = await Promise.all([
    asset('resvg.wasm').then((wasm) => initWasm(wasm)),
    asset('NotoSansSC-Regular.ttf'),
    asset('NotoSansSC-Bold.ttf'),
  ])
  return fonts
}

/** Begun with the instance, before anybody asks: the first poster does not wait for it. */
const loading = load()
loading.catch(() => undefined)

export const draw = async (svg: string): Promise<Pixels> => {
  const fontBuffers = await loading
  const resvg = new Resvg(svg, { font: { fontBuffers, loadSystemFonts: false, defaultFontFamily: 'Noto Sans SC' } })
  const image = resvg.render()
  const pixels = { width: image.width, height: image.height, rgba: Buffer.from(image.pixels) }
  image.free()
  resvg.free()
  return pixels
}
