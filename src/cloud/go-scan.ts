/** From any page: scan, then open the page the code belongs to; a bad code opens the page that says so. */
import { toAppError } from './delivery'
import { openPage } from './go'
import { scanScene } from './scan'
import { pageOf } from './scene-in'

export const goScan = async (): Promise<void> => {
  try {
    const scene = await scanScene()
    if (scene) openPage(pageOf(scene))
  } catch (failure) {
    openPage(`/pages/worker/scan/index?problem=${toAppError(failure).code}`)
  }
}
