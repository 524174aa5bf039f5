/** The four doors at the foot of a page; drawn by each of the four itself, so that nothing has to be kept in step. */
import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { aria } from './aria'
import type { IconName } from './glyphs'
import { Icon } from './icon'
import './tab-bar.css'

const tabs = [
  { icon: 'home', text: '首页', url: '/pages/home/index' },
  { icon: 'lamp', text: '心愿', url: '/pages/wish/index' },
  { icon: 'msg', text: '消息', url: '/pages/messages/index' },
  { icon: 'me', text: '我的', url: '/pages/me/index' },
] as const satisfies readonly { icon: IconName; text: string; url: string }[]

const MESSAGES = 2
const MOST = 99

type Props = { readonly active: 0 | 1 | 2 | 3; readonly badge?: number }

export function TabBar({ active, badge = 0 }: Props) {
  const count = badge > MOST ? `${MOST}+` : `${badge}`
  return (
    <View className="nh-tabs">
      {tabs.map(({ icon, text, url }, at) => {
        const isOn = at === active
        const hasNews = at === MESSAGES && badge > 0
        const label = [text, isOn ? '现在在这里' : '', hasNews ? `${count} 条新的` : ''].filter(Boolean).join('，')
        return (
          <View
            key={url}
            id={`tab-${icon}`}
            className={isOn ? 'nh-tab nh-tab--on' : 'nh-tab'}
            onClick={() => (isOn ? undefined : void Taro.switchTab({ url }))}
            {...aria({ role: 'button', label })}
          >
            <Icon name={icon} tone={isOn ? 'red' : 'ink3'} size={25} />
            <View className="nh-tab__word">{text}</View>
            {hasNews && <View className="nh-tab__badge">{count}</View>}
          </View>
        )
      })}
    </View>
  )
}
