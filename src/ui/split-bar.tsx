/** A whole in its parts: one bar, and beneath it each part's name and figure, told apart by its pattern too. */
import { View } from '@tarojs/components'
import { aria } from './aria'
import './split-bar.css'

/** Gone, kept for somebody, or still free: drawn full, striped and empty. */
export type Part = {
  readonly id: string
  readonly look: 'full' | 'striped' | 'empty'
  readonly word: string
  readonly figure: string
  /** Of the whole, in hundredths. */
  readonly share: number
}

type Props = {
  readonly id: string
  readonly label: string
  readonly parts: readonly Part[]
}

export function SplitBar({ id, label, parts }: Props) {
  const said = parts.map(({ word, figure }) => `${word} ${figure}`).join('，')
  return (
    <View id={id} className="nh-split" {...aria({ role: 'img', label: `${label}：${said}` })}>
      <View className="nh-split__bar">
        {parts.map(({ id: part, look, share }) => (
          <View key={part} className={`nh-split__part nh-split--${look}`} style={{ width: `${share}%` }} />
        ))}
      </View>
      <View className="nh-split__key">
        {parts.map(({ id: part, look, word, figure }) => (
          <View key={part} className="nh-split__row">
            <View className={`nh-split__mark nh-split--${look}`} />
            <View className="nh-split__word">{word}</View>
            <View className="nh-split__figure">{figure}</View>
          </View>
        ))}
      </View>
    </View>
  )
}
