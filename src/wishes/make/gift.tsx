/** The four things that may be wished for, drawn; the words beside them say what they are. */
import { View } from '@tarojs/components'
import type { KindName } from '../../../domain/wish/kinds'
import { aria } from '../../ui'
import './gift.css'

type Props = { readonly kind: KindName; readonly isSmall?: boolean }

export function Gift({ kind, isSmall = false }: Props) {
  return <View className={`gift gift--${kind}${isSmall ? ' gift--small' : ''}`} {...aria({ isHidden: true })} />
}
