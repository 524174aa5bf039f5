/** What happens next, boxed on top, and what happened before it, newest first. */
import { View } from '@tarojs/components'
import './timeline.css'

type Event = { readonly text: string; readonly at: string; readonly by: string }
type Props = { readonly events: readonly Event[]; readonly next?: { readonly text: string } }

export function Timeline({ events, next }: Props) {
  return (
    <View className="nh-line">
      {next && (
        <View className="nh-line__next">
          <View className="nh-line__label">下一步</View>
          <View className="nh-line__text">{next.text}</View>
        </View>
      )}
      {events.map(({ text, at, by }) => (
        <View key={`${at}-${text}`} className="nh-line__event">
          <View className="nh-line__dot" />
          <View className="nh-line__text">{text}</View>
          <View className="nh-line__at">{[at, by].filter(Boolean).join(' · ')}</View>
        </View>
      ))}
    </View>
  )
}
