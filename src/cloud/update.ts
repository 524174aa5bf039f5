/** WeChat fetches a new release by itself; here it is put in place at once when the cloud no longer takes this one. */
import Taro from '@tarojs/taro'

let isFetched = false

const knows = (): boolean => Taro.canIUse('getUpdateManager')

/** Called once by the app: WeChat says only to whoever listens from the start that the new release has come. */
export const watchForUpdate = (): void => {
  if (!knows()) return
  Taro.getUpdateManager().onUpdateReady(() => {
    isFetched = true
  })
}

/** Stays until it was read: whoever reads slowly has nothing else to go by. */
const HOW = '关掉微信再打开，就是新版。您填的都在。'

/** Opens the new release; one that is still on its way comes when WeChat is opened again. */
export const update = (): void => {
  if (isFetched) Taro.getUpdateManager().applyUpdate()
  else void Taro.showModal({ title: '换新版', content: HOW, showCancel: false, confirmText: '知道了' })
}
