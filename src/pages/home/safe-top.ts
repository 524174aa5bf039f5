/** How much room the phone's own bar and WeChat's capsule take at the top of a page that draws its own head. */
import Taro from '@tarojs/taro'

const BROWSER = { top: 8, height: 48 }

/** Top and height, in px, of the row the capsule stands in. */
export const capsuleRow = (): { top: number; height: number } => {
  if (process.env.TARO_ENV === 'h5') return BROWSER
  const { top, height } = Taro.getMenuButtonBoundingClientRect()
  const hot = Math.max(height, BROWSER.height)
  return { top: top - (hot - height) / 2, height: hot }
}
