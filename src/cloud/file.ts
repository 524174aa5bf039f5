/** What to do with a temporary link: open the document, keep the picture. */
import Taro from '@tarojs/taro'
import { AppError } from '../../domain/kernel/errors'

/** A path of this phone for what lies behind a temporary link. */
export const download = async (url: string): Promise<string> => {
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

/** A document that came inside an answer: no copy of it lies in the cloud, and the one here is overwritten next time. */
export const openBase64 = async (base64: string, fileType: 'xlsx' | 'pdf'): Promise<void> => {
  const filePath = `${Taro.env.USER_DATA_PATH}/nuanhu.${fileType}`
  Taro.getFileSystemManager().writeFileSync(filePath, base64, 'base64')
  await Taro.openDocument({ filePath, fileType, showMenu: true })
}

/** A picture of this phone into its album; false when the person did not allow it. */
export const keepPicture = (filePath: string): Promise<boolean> =>
  Taro.saveImageToPhotosAlbum({ filePath }).then(
    () => true,
    () => false,
  )

/** The same from a temporary link. */
export const saveImage = async (url: string): Promise<boolean> => keepPicture(await download(url))
