/** WeChat's own scanner. */
import Taro from '@tarojs/taro'
import { sceneIn } from './scene-in'

const isGivenUp = (failure: unknown): boolean => /cancel/.test(JSON.stringify(failure))

/** The scene of the code, nothing when the person turned back; throws CODE_FOREIGN for a code that is not ours. */
export const scanScene = async (): Promise<string | undefined> => {
  try {
    const { path, result } = await Taro.scanCode({ scanType: ['qrCode'] })
    return sceneIn(path || result)
  } catch (failure) {
    if (isGivenUp(failure)) return undefined
    throw failure
  }
}
