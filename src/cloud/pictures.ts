/** Pictures taken for a form: shrunk by the phone, and kept in it until the form goes, however often the app is closed. */
import Taro from '@tarojs/taro'

export type KeptPicture = { readonly path: string; readonly size: number }

const isGivenUp = (failure: unknown): boolean => /cancel/.test(JSON.stringify(failure))

/** A phone whose room for files is used up keeps it until the app is closed. */
const keep = (path: string): Promise<string> =>
  new Promise((resolve) => {
    Taro.getFileSystemManager().saveFile({
      tempFilePath: path,
      success: ({ savedFilePath }) => resolve(savedFilePath),
      fail: () => resolve(path),
    })
  })

/** None when the person turned back. */
export const choosePictures = async (most: number): Promise<KeptPicture[]> => {
  try {
    const { tempFiles } = await Taro.chooseMedia({ count: most, mediaType: ['image'], sizeType: ['compressed'] })
    const kept: KeptPicture[] = []
    for (const { tempFilePath, size } of tempFiles) kept.push({ path: await keep(tempFilePath), size })
    return kept
  } catch (failure) {
    if (isGivenUp(failure)) return []
    throw failure
  }
}

export const lookAtPicture = (path: string): void => void Taro.previewImage({ urls: [path] }).catch(() => undefined)

const K = 1024

/** '312 K', '1.4 M': as people say it of a picture. */
export const sizeWords = (bytes: number): string =>
  bytes < K * K ? `${Math.max(1, Math.round(bytes / K))} K` : `${(bytes / K / K).toFixed(1)} M`
