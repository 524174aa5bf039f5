/** Where something stands, as a word with its mark; not to be taken for a button. What is over is plain text. */
import { View } from '@tarojs/components'
import type { IconName, Tone } from './glyphs'
import { Icon } from './icon'
import './status-tag.css'

export type Standing = 'ok' | 'wait' | 'stop' | 'plain'

const marks = {
  ok: { icon: 'ok', tone: 'ok' },
  wait: { icon: 'wait', tone: 'gold' },
  stop: { icon: 'mend', tone: 'stop' },
} as const satisfies Partial<Record<Standing, { icon: IconName; tone: Tone }>>

export function StatusTag({ state, text }: { readonly state: Standing; readonly text: string }) {
  return (
    <View className={`nh-tag nh-tag--${state}`}>
      {state !== 'plain' && <Icon name={marks[state].icon} tone={marks[state].tone} size={15} />}
      {text}
    </View>
  )
}
