/** What the worker says at the station: four figures and four, large enough to be read out at arm's length. */
import { View } from '@tarojs/components'
import { aria } from '../../ui'
import './receipt-code.css'

export function ReceiptCode({ code }: { code: string }) {
  const [first, last] = code.split(' ')
  return (
    <View className="receipt" {...aria({ label: `领取码 ${code.split('').join(' ')}` })}>
      <View className="receipt__name">领取码</View>
      <View className="receipt__code">
        <View className="receipt__four">{first}</View>
        <View className="receipt__four">{last}</View>
      </View>
      <View className="receipt__who">拿到东西的时候才念，别发给别人</View>
    </View>
  )
}
