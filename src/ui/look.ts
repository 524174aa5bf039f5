/** How large the letters are and whether anything moves: first as the phone is set, then as its owner chose here. */
import Taro from '@tarojs/taro'
import { ownChoice } from './choice'

export const textSizes = ['standard', 'large', 'largest'] as const
export type TextSize = (typeof textSizes)[number]

/** WeChat's own letter scale; a browser and an old base library have none. */
const fontScale = (): number => {
  const told: unknown = Taro.canIUse('getAppBaseInfo') ? Taro.getAppBaseInfo() : undefined
  const hasScale = typeof told === 'object' && told !== null && 'fontSizeScaleFactor' in told
  return hasScale && typeof told.fontSizeScaleFactor === 'number' ? told.fontSizeScaleFactor : 1
}

const phonesTextSize = (): TextSize => {
  const scale = fontScale()
  if (scale < 1.1) return 'standard'
  return scale < 1.3 ? 'large' : 'largest'
}

const textSize = ownChoice('textSize', textSizes, phonesTextSize)

export const useTextSize = textSize.use
export const setTextSize = textSize.choose

/** Until its owner has chosen, nothing moves in 关怀模式 and everything may elsewhere. */
const motion = ownChoice('motion', ['asSize', 'moving', 'still'], () => 'asSize')

export const useStill = (): boolean => {
  const isLargest = useTextSize() === 'largest'
  const chosen = motion.use()
  return chosen === 'asSize' ? isLargest : chosen === 'still'
}
export const setStill = (isStill: boolean): void => motion.choose(isStill ? 'still' : 'moving')

const classes = { standard: 'nh', large: 'nh large', largest: 'nh largest' } as const satisfies Record<TextSize, string>

/** The classes of a page's outermost view, on which every token is declared. */
export const useLook = (): string => {
  const size = useTextSize()
  return useStill() ? `${classes[size]} still` : classes[size]
}
