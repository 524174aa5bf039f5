/** How far something long has come: a bar, and the same in words. */
import { View } from '@tarojs/components'
import { aria } from './aria'
import './progress.css'

type Props = {
  readonly id: string
  readonly text: string
  readonly done: number
  readonly of: number
}

export function Progress({ id, text, done, of }: Props) {
  const share = of === 0 ? 0 : Math.round((Math.min(done, of) / of) * 100)
  return (
    <View id={id} className="nh-progress" {...aria({ role: 'progressbar', label: text, isLive: true })}>
      <View className="nh-progress__text">{text}</View>
      <View className="nh-progress__bar">
        <View className="nh-progress__part" style={{ width: `${share}%` }} />
      </View>
    </View>
  )
}
