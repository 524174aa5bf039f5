/** From any page: scan, then open the page the code belongs to; a bad code opens the page that says so. */
import Taro from '@tarojs/taro'
import { toAppError } from './delivery'
import { scanScene } from './scan'
import { pageOf } from './scene-in'

export const goScan = async (): Promise<void> => {
  try {
    const scene = await scanScene()
    if (scene) await Taro.navigateTo({ url: pageOf(scene) })
  } catch (failure) {
    await Taro.navigateTo({ url: `/pages/worker/scan/index?problem=${toAppError(failure).code}` })
  }
}
