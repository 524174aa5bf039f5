/** The few moves between pages that every page makes. */
import Taro from '@tarojs/taro'

/** WeChat refuses an eleventh page. */
const MOST_PAGES = 10

/** On top of this page; where no more fit, in its place: whoever goes back misses one page, whoever goes on misses none. */
export const openPage = (url: string): void =>
  void (Taro.getCurrentPages().length < MOST_PAGES ? Taro.navigateTo({ url }) : Taro.redirectTo({ url }))

export const goTo = (url: string) => (): void => openPage(url)
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
