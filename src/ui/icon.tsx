/** One glyph in the colour of a token: all of it is said by classes, for what a page sets costs an old phone time. */
import { View } from '@tarojs/components'
import { aria } from './aria'
import type { IconName, Tone } from './glyphs'
import './glyphs.css'
import './icon.css'

type Props = {
  readonly name: IconName
  readonly tone?: Tone
  /** Its side at the usual size of letters; it grows with them, though less. */
  readonly size?: 15 | 18 | 20 | 22 | 24 | 25 | 26
  /** On a filled disc of the tone, the glyph in white: a verdict's mark. */
  readonly isDisc?: boolean
}

export function Icon({ name, tone = 'ink2', size = 24, isDisc = false }: Props) {
  const disc = isDisc ? ' nh-icon--disc' : ''
  return <View className={`nh-icon nh-i-${name} nh-t-${tone} nh-s-${size}${disc}`} {...aria({ isHidden: true })} />
}
