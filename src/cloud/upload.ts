/** A file on its way to the cloud: picked from a WeChat chat and put under inbox/, where only functions read. */
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

/** Nothing when the person turned back. `extension` without its dot. */
export const uploadFile = async (extension: string): Promise<Uploaded | undefined> => {
  try {
    const { tempFiles } = await Taro.chooseMessageFile({ count: 1, type: 'file', extension: [extension] })
    const picked = tempFiles[0]
    return picked && { fileId: await send(picked.path, extension), name: picked.name }
  } catch (failure) {
    if (isGivenUp(failure)) return undefined
    throw failure
  }
}
