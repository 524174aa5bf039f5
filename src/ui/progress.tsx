/** How far a long deed has come: in words, and as a bar that fills. It moves only when something was done. */
import { View } from '@tarojs/components'
import { aria } from './aria'
import './progress.css'

type Props = {
  readonly id: string
  /** What is under way, and how far: 做进去 500 笔，共 1,200 笔. */
  readonly text: string
  readonly done: number
  readonly of: number
}

const percentOf = ({ done, of }: Pick<Props, 'done' | 'of'>): number =>
  of <= 0 ? 0 : Math.max(0, Math.min(100, Math.floor((done * 100) / of)))

export function Progress({ id, text, done, of }: Props) {
  const percent = percentOf({ done, of })
  return (
    <View id={id} className="nh-progress" {...aria({ role: 'progressbar', label: text, valueNow: percent })}>
      <View className="nh-progress__words" {...aria({ isLive: true })}>
        {text}
      </View>
      <View className="nh-progress__way">
        <View className="nh-progress__done" style={{ width: `${percent}%` }} />
      </View>
    </View>
  )
}
