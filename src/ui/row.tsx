/** One line of a list: what it is, more of it below, its value, and the whole of it is the way on. */
import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { aria } from './aria'
import type { IconName } from './glyphs'
import { Icon } from './icon'
import './row.css'

type Props = {
  readonly id?: string
  readonly icon?: IconName
  readonly title: string
  readonly note?: string | undefined
  readonly value?: ReactNode
  /** The way on: a word such as 改, or just the arrow; a row that can be tapped has one anyway. */
  readonly go?: string | boolean
  readonly error?: string | undefined
  readonly onClick?: () => void
}

const spoken = (parts: readonly unknown[]): string =>
  parts.filter((part) => typeof part === 'string' && part !== '').join('，')

export function Row({ id, icon, title, note, value, go, error, onClick }: Props) {
  const word = typeof go === 'string' ? go : ''
  const name = onClick ? aria({ role: 'button', label: spoken([title, value, note, error, word]) }) : {}
  return (
    <View
      id={id}
      className={`nh-row${onClick ? ' nh-row--tap' : ''}${error ? ' nh-row--error' : ''}`}
      hoverClass={onClick ? 'nh-row--down' : 'none'}
      onClick={() => onClick?.()}
      {...name}
    >
      {icon && <Icon name={icon} />}
      <View className="nh-row__words">
        <View className="nh-row__line">
          <View className="nh-row__title">{title}</View>
          {value !== undefined && value !== '' && <View className="nh-row__value">{value}</View>}
        </View>
        {note && <View className="nh-row__note">{note}</View>}
        {error && <View className="nh-row__mistake">{`要改：${error}`}</View>}
      </View>
      {word !== '' && <View className="nh-row__go">{word}</View>}
      {onClick && word === '' && <Icon name="go" tone="ink3" size={18} />}
    </View>
  )
}
