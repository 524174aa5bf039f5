/** A picture drawn on this phone: the canvas it is drawn on, made ready, and the picture of it in the album. */
import Taro from '@tarojs/taro'
import { keepPicture } from './file'

const canvasNamed = (id: string): Promise<Taro.Canvas | undefined> =>
  new Promise((resolve) => {
    Taro.createSelectorQuery()
      .select(`#${id}`)
      .fields({ node: true })
      .exec(([found]) => resolve(found?.node))
  })

type Size = { readonly width: number; readonly height: number }

/** The canvas once it is drawn; `draw` says itself whether what it is handed can be drawn with. */
export const drawOn = async (
  id: string,
  { width, height }: Size,
  draw: (context: object) => void,
): Promise<Taro.Canvas | undefined> => {
  const canvas = await canvasNamed(id)
  if (!canvas) return undefined
  canvas.width = width
  canvas.height = height
  draw(canvas.getContext('2d'))
  return canvas
}

/** False when the person did not allow it. */
export const keepDrawing = async (canvas: Taro.Canvas): Promise<boolean> => {
  const { tempFilePath } = await Taro.canvasToTempFilePath({ canvas, fileType: 'png' })
  return keepPicture(tempFilePath)
}
