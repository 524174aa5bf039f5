/** WeChat asks once whether the privacy guide is accepted; a person who refuses can still type everything by hand. */
import Taro from '@tarojs/taro'

/** True when WeChat's own interfaces (number, album, files) may be used. Older WeChat has nothing to ask. */
export const hasPrivacyConsent = (): Promise<boolean> =>
  new Promise((resolve) => {
    if (!Taro.canIUse('requirePrivacyAuthorize')) return resolve(true)
    Taro.requirePrivacyAuthorize({ success: () => resolve(true), fail: () => resolve(false) })
  })
