/** What to do with a temporary link: open the document, keep the picture. */
import Taro from '@tarojs/taro'
import { AppError } from '../../domain/kernel/errors'

const download = async (url: string): Promise<string> => {
  const { statusCode, tempFilePath } = await Taro.downloadFile({ url }).catch(() => {
    throw new AppError('UNREACHABLE')
  })
  if (statusCode !== 200) throw new AppError('NOT_FOUND', { reason: `status ${statusCode}` })
  return tempFilePath
}

/** Opens it with a menu from which it can be sent on or kept. */
export const openFile = async (url: string, fileType: 'xlsx' | 'pdf'): Promise<void> => {
  await Taro.openDocument({ filePath: await download(url), fileType, showMenu: true })
}

/** Into the phone's album; false when the person did not allow it. */
export const saveImage = async (url: string): Promise<boolean> => {
  const filePath = await download(url)
  return Taro.saveImageToPhotosAlbum({ filePath }).then(
    () => true,
    () => false,
  )
}
