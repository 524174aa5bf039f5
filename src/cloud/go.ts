/** The few moves between pages that every page makes. */
import Taro from '@tarojs/taro'

export const goTo = (url: string) => (): void => void Taro.navigateTo({ url })
export const goHome = (): void => void Taro.switchTab({ url: '/pages/home/index' })
/** Nothing to go back to: what led here is done. */
export const goCard = (): void => void Taro.reLaunch({ url: '/pages/worker/card/index' })

/** A page opened by a code or a notice has nothing behind it but the card. */
export const goBack = (): void => {
  if (Taro.getCurrentPages().length > 1) void Taro.navigateBack()
  else goCard()
}

export const call = (number: string): void => {
  Taro.makePhoneCall({ phoneNumber: number }).catch(() => undefined)
}
