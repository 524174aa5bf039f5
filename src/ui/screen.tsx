/** A page: its name, the size of its letters, whether there is a signal, what it shows and the bar at its foot. */
import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { type ReactNode, useEffect } from 'react'
import { aria } from './aria'
import { Icon } from './icon'
import { useLook } from './look'
import { ScreenBar } from './screen-bar'
import './screen.css'

type Props = {
  readonly title: string
  readonly online: boolean
  /** When what is shown was kept in the phone, in words. */
  readonly keptAt?: string | undefined
  /** What having no signal means on this page, where its deeds are not kept to be sent by themselves. */
  readonly offline?: string
  /** Drawn over the page's whole width before everything else, by a page without the native bar. */
  readonly head?: ReactNode
  readonly bottom?: ReactNode
  readonly tab?: ReactNode
  readonly children: ReactNode
}

const SENT_LATER = '没有信号。先存着，有信号自动送'

export function Screen({ title, online, keptAt, offline = SENT_LATER, head, bottom, tab, children }: Props) {
  const look = useLook()
  useEffect(() => {
    void Taro.setNavigationBarTitle({ title })
  }, [title])
  return (
    <View className={`${look} nh-screen`}>
      {!head && <ScreenBar title={title} isTab={tab !== undefined} />}
      {head}
      {/* Always there, so that a signal that goes redraws this and not the whole page. */}
      <View className="nh-screen__strip">
        {!online && <OfflineStrip words={keptAt ? `没有信号。先看存着的，${keptAt} 的` : offline} />}
      </View>
      <View className="nh-screen__body">
        {children}
        {bottom}
      </View>
      {tab}
    </View>
  )
}

function OfflineStrip({ words }: { words: string }) {
  return (
    <View className="nh-offline" {...aria({ role: 'alert', label: words, isLive: true })}>
      <Icon name="signal" tone="gold" size={20} />
      <View className="nh-offline__words">{words}</View>
    </View>
  )
}
