/** A short shake under the hand, for whoever looks at the gift and not at the screen; a phone without it stays still. */
import Taro from '@tarojs/taro'

export const vibrate = (): void => {
  if (Taro.canIUse('vibrateShort')) void Taro.vibrateShort({ type: 'medium' }).catch(() => undefined)
}
