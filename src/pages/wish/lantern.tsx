/** A lantern with what is wished for drawn in it; its words stand beside it. */
import { View } from '@tarojs/components'
import type { KindName } from '../../../domain/wish/kinds'
import { aria } from '../../ui'
import './lantern.css'

export function KindLantern({ kind, isLit }: { readonly kind: KindName; readonly isLit: boolean }) {
  return <View className={`lantern lantern--${isLit ? 'lit' : 'dark'} lantern--${kind}`} />
}

/** Dark, with the light over it: lighting changes one class. */
export function BigLantern({ kind, isLit }: { readonly kind: KindName; readonly isLit: boolean }) {
  return (
    <View
      className={`lantern lantern--big lantern--${kind}${isLit ? ' lantern--glows' : ''}`}
      {...aria({ isHidden: true })}
    >
      <View className="lantern__dark" />
      <View className={isLit ? 'lantern__lit lantern__lit--on' : 'lantern__lit'} />
    </View>
  )
}
