/** From any page: scan, then open the page the code belongs to; a bad code opens the page that says so. */
import Taro from '@tarojs/taro'
import { driveInScene } from '../../domain/wish/codes'
import { toAppError } from './delivery'
import { openPage } from './go'
import { scanScene } from './scan'
import { pageOf } from './scene-in'

/** A drive's poster leads onto the wall, which is a tab: nothing may lie under it. */
const goScene = (scene: string): void => {
  const driveId = driveInScene(scene)
  if (driveId === undefined) openPage(pageOf(scene))
  else void Taro.reLaunch({ url: `/pages/wish/index?drive=${driveId}` })
}

export const goScan = async (): Promise<void> => {
  try {
    const scene = await scanScene()
    if (scene) goScene(scene)
  } catch (failure) {
    openPage(`/pages/worker/scan/index?problem=${toAppError(failure).code}`)
  }
}
