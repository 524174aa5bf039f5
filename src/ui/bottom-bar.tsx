/** The deeds of a page, under the thumb: at the foot of the screen, and at the foot of the page while somebody types. */
import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { useIsTyping } from './keyboard'
import './bottom-bar.css'

type Props = { readonly note?: string; readonly children: ReactNode }

export function BottomBar({ note, children }: Props) {
  const isTyping = useIsTyping()
  return (
    <>
      <View className="nh-bottom__gap" />
      <View className={isTyping ? 'nh-bottom nh-bottom--loose' : 'nh-bottom'}>
        <View className="nh-bottom__in">{children}</View>
        {note && <View className="nh-bottom__note">{note}</View>}
      </View>
    </>
  )
}
