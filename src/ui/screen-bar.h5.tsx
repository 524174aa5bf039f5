/** The bar a browser does not have: the page's name and the way back. */
import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { aria } from './aria'
import { Icon } from './icon'
import './screen-bar.css'

type Props = { readonly title: string; readonly isTab: boolean }

/** A page opened by its address has nothing behind it. */
const goBack = () => {
  if (Taro.getCurrentPages().length > 1) void Taro.navigateBack()
  else void Taro.switchTab({ url: '/pages/home/index' })
}

export function ScreenBar({ title, isTab }: Props) {
  return (
    <View className="nh-bar">
      {!isTab && (
        <View className="nh-bar__back" onClick={goBack} {...aria({ role: 'button', label: '返回' })}>
          <Icon name="back" tone="ink" />
        </View>
      )}
      <View className="nh-bar__title" {...aria({ role: 'heading' })}>
        {title}
      </View>
    </View>
  )
}
