/** A browser has no scanner we may use everywhere: a picture of the code is picked and read. */
import { AppError } from '../../domain/kernel/errors'
import { pickFile } from './pick.h5'
import { sceneIn } from './scene-in'

const LONGEST_SIDE = 1200

const pixelsOf = async (file: File): Promise<ImageData> => {
  const picture = await createImageBitmap(file)
  const scale = Math.min(1, LONGEST_SIDE / Math.max(picture.width, picture.height))
  const canvas = document.createElement('canvas')
  canvas.width = Math.round(picture.width * scale)
  canvas.height = Math.round(picture.height * scale)
  const pen = canvas.getContext('2d')
  if (!pen) throw new AppError('CODE_DAMAGED', { reason: 'no canvas' })
  pen.drawImage(picture, 0, 0, canvas.width, canvas.height)
  return pen.getImageData(0, 0, canvas.width, canvas.height)
}

/** The scene of the code, nothing when the person turned back; throws CODE_DAMAGED or CODE_FOREIGN. */
export const scanScene = async (): Promise<string | undefined> => {
  const file = await pickFile('image/*')
  if (!file) return undefined
  const [{ default: readQr }, { data, width, height }] = await Promise.all([import('jsqr'), pixelsOf(file)])
  const found = readQr(data, width, height)
  if (!found) throw new AppError('CODE_DAMAGED')
  return sceneIn(found.data)
}
