/** What every question has: its words, a hint, and what is wrong with the answer, in the same words as above. */
import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { aria } from './aria'
import { Icon } from './icon'
import './question.css'

type Props = {
  readonly id: string
  readonly label: string
  readonly hint?: string | undefined
  readonly error?: string | undefined
  readonly children: ReactNode
}

/** Where the error summary jumps to. */
export const anchorOf = (id: string): string => `at-${id}`

export function Question({ id, label, hint, error, children }: Props) {
  return (
    <View id={anchorOf(id)} className={error ? 'nh-question nh-question--error' : 'nh-question'}>
      <View className="nh-question__label">{label}</View>
      {hint && <View className="nh-question__hint">{hint}</View>}
      {error && (
        <View className="nh-question__mistake" {...aria({ label: `要改：${error}`, isLive: true })}>
          <Icon name="mend" tone="stop" size={20} isDisc />
          <View className="nh-question__why">{`要改：${error}`}</View>
        </View>
      )}
      {children}
    </View>
  )
}
