/** Choices or one question over the page, from its foot; what lies beneath stays where it was. */
import { View } from '@tarojs/components'
import { createContext, type ReactNode } from 'react'
import { aria } from './aria'
import { Icon } from './icon'
import './sheet.css'

/** WeChat wants to be told of a text area that stands in something fixed. */
export const InSheet = createContext(false)

type Props = {
  readonly id: string
  readonly title: string
  readonly onClose: () => void
  /** The deed, under the thumb however long the question is. */
  readonly foot?: ReactNode
  readonly children: ReactNode
}

export function Sheet({ id, title, onClose, foot, children }: Props) {
  return (
    <View id={id} className="nh-sheet">
      <View className="nh-sheet__shade" catchMove onClick={onClose} />
      <View className="nh-sheet__in" {...aria({ role: 'dialog', label: title })}>
        <View className="nh-sheet__head">
          <View className="nh-sheet__title">{title}</View>
          <View
            id={`${id}-close`}
            className="nh-sheet__close"
            onClick={onClose}
            {...aria({ role: 'button', label: '关上' })}
          >
            <Icon name="x" tone="ink" />
          </View>
        </View>
        <InSheet.Provider value={true}>
          <View className={foot ? 'nh-sheet__body' : 'nh-sheet__body nh-sheet__body--last'}>{children}</View>
          {foot && <View className="nh-sheet__foot">{foot}</View>}
        </InSheet.Provider>
      </View>
    </View>
  )
}
