/** The deeds of a page, under the thumb: at the foot of the screen, out of the way while the keyboard is up. */
import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { useKeyboardUp } from './keyboard'
import './bottom-bar.css'

type Props = { readonly note?: string; readonly children: ReactNode }

export function BottomBar({ note, children }: Props) {
  const isHidden = useKeyboardUp()
  return (
    <>
      <View className="nh-bottom__gap" />
      <View className={isHidden ? 'nh-bottom nh-bottom--away' : 'nh-bottom'}>
        <View className="nh-bottom__in">{children}</View>
        {note && <View className="nh-bottom__note">{note}</View>}
      </View>
    </>
  )
}
