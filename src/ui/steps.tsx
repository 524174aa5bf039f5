/** How far along the questions are: 第 2 步，共 3 步, and a bar. */
import { View } from '@tarojs/components'
import './steps.css'

type Props = { readonly now: number; readonly of: number }

export function Steps({ now, of }: Props) {
  return (
    <View className="nh-steps">
      <View className="nh-steps__words">{`第 ${now} 步，共 ${of} 步`}</View>
      <View className="nh-steps__bar">
        {Array.from({ length: of }, (_, at) => at + 1).map((step) => (
          <View key={step} className={step <= now ? 'nh-steps__part nh-steps__part--done' : 'nh-steps__part'} />
        ))}
      </View>
    </View>
  )
}
