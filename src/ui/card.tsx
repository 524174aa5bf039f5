/** White ground for what belongs together, with its name on top. */
import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import './card.css'

type Props = { readonly id?: string; readonly title?: string; readonly children?: ReactNode }

export function Card({ id, title, children }: Props) {
  return (
    <View id={id} className="nh-card">
      {title && <View className="nh-card__title">{title}</View>}
      {children}
    </View>
  )
}
