/** One rule and its answer for this person: a mark, the sentence, how it is had and the paper it comes from. */
import { View } from '@tarojs/components'
import { aria } from './aria'
import type { IconName, Tone } from './glyphs'
import { Icon } from './icon'
import './rule-row.css'

export type Verdict = 'yes' | 'no' | 'unknown'

type Props = {
  readonly verdict: Verdict
  readonly text: string
  readonly from?: string
  readonly source?: string
}

const marks = {
  yes: { icon: 'ok', tone: 'ok', word: '可以' },
  no: { icon: 'x', tone: 'ink3', word: '不行' },
  unknown: { icon: 'q', tone: 'gold', word: '还不清楚' },
} as const satisfies Record<Verdict, { icon: IconName; tone: Tone; word: string }>

export function RuleRow({ verdict, text, from, source }: Props) {
  const { icon, tone, word } = marks[verdict]
  return (
    <View className="nh-rule" {...aria({ label: [word, text, from, source].filter(Boolean).join('，') })}>
      <Icon name={icon} tone={tone} size={22} isDisc />
      <View className="nh-rule__words">
        <View>{text}</View>
        {from && <View className="nh-rule__from">{from}</View>}
        {source && <View className="nh-rule__source">{source}</View>}
      </View>
    </View>
  )
}
