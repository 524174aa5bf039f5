/** Hands a file of this phone on into a chat: the way to a computer, and the only one for what WeChat does not open. */
import Taro from '@tarojs/taro'

const isGivenUp = (failure: unknown): boolean => /cancel/.test(JSON.stringify(failure))

/** False when the person turned back. Only what a tap calls at once may do this, so the file lies here already. */
export const sendFile = async (filePath: string, fileName: string): Promise<boolean> => {
  try {
    await Taro.shareFileMessage({ filePath, fileName })
    return true
  } catch (failure) {
    if (isGivenUp(failure)) return false
    throw failure
  }
}
