/** A file or a picture on its way to the cloud: picked or taken, and put under inbox/, where only functions read. */
import Taro from '@tarojs/taro'
import { AppError } from '../../domain/kernel/errors'
import { newRequestId } from './random'

export type Uploaded = { readonly fileId: string; readonly name: string }

const isGivenUp = (failure: unknown): boolean => /cancel/.test(JSON.stringify(failure))

const send = async (path: string, extension: string): Promise<string> => {
  try {
    const { fileID } = await Taro.cloud.uploadFile({
      cloudPath: `inbox/${newRequestId()}.${extension}`,
      filePath: path,
    })
    return fileID
  } catch (failure) {
    throw new AppError('UNREACHABLE', { reason: JSON.stringify(failure) })
  }
}

const endingOf = (name: string): string => /\.(\w{1,5})$/.exec(name)?.[1]?.toLowerCase() ?? ''

/** Nothing when the person turned back. `extensions` without their dots: one of them is taken. */
export const uploadFile = async (...extensions: readonly [string, ...string[]]): Promise<Uploaded | undefined> => {
  try {
    const { tempFiles } = await Taro.chooseMessageFile({ count: 1, type: 'file', extension: [...extensions] })
    const picked = tempFiles[0]
    if (!picked) return undefined
    const ending = endingOf(picked.name)
    const extension = extensions.find((one) => one === ending) ?? extensions[0]
    return { fileId: await send(picked.path, extension), name: picked.name }
  } catch (failure) {
    if (isGivenUp(failure)) return undefined
    throw failure
  }
}

const extensionOf = (path: string): string => (/\.png$/i.test(path) ? 'png' : 'jpg')

/** A picture taken now or chosen from the album; nothing when the person turned back. */
export const choosePhoto = async (): Promise<string | undefined> => {
  try {
    const { tempFiles } = await Taro.chooseMedia({ count: 1, mediaType: ['image'], sizeType: ['compressed'] })
    return tempFiles[0]?.tempFilePath
  } catch (failure) {
    if (isGivenUp(failure)) return undefined
    throw failure
  }
}

/** Answers the file's id under inbox/. Throws UNREACHABLE. */
export const uploadPhoto = (path: string): Promise<string> => send(path, extensionOf(path))

const disk = () => Taro.getFileSystemManager()

/** Of a picture kept in this phone until its letter goes. One that is gone is said so: waiting would not bring it back. */
export const uploadKept = (path: string): Promise<string> => {
  try {
    disk().accessSync(path)
  } catch {
    throw new AppError('FILE_UNREADABLE', { fields: { file: '有张照片在手机里找不到了，换一张再交' } })
  }
  return uploadPhoto(path)
}

/** A picture that is not there any more is as good as dropped. */
export const dropPicture = (filePath: string): void => disk().removeSavedFile({ filePath, fail: () => undefined })

/** A browser keeps none. */
export const dropPictures = (): void => {
  if (process.env.TARO_ENV === 'h5') return
  disk().getSavedFileList({
    success: ({ fileList }) => {
      for (const { filePath } of fileList) dropPicture(filePath)
    },
  })
}
