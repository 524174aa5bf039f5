/** Good news in a word or two, read out too; what went wrong has a notice instead. */
import { View } from '@tarojs/components'
import { aria } from './aria'
import { Icon } from './icon'
import './toast.css'

export function Toast({ text }: { readonly text: string }) {
  return (
    <View className="nh-toast" {...aria({ role: 'status', label: text, isLive: true })}>
      <Icon name="ok" tone="white" size={20} line={2.6} />
      <View className="nh-toast__text">{text}</View>
    </View>
  )
}
