/** A few sentences of one's own; what is left is counted only near the end. */
import { Textarea, View } from '@tarojs/components'
import { useContext } from 'react'
import { aria, fieldAria } from './aria'
import { Question } from './question'
import { InSheet } from './sheet'
import { useTyping } from './typing'
import './long-text.css'

type Props = {
  readonly id: string
  readonly label: string
  readonly hint?: string
  readonly max: number
  readonly value: string
  readonly error?: string | undefined
  readonly onChange: (value: string) => void
}

const NEAR_END = 50

export function LongText({ id, label, hint, max, value, error, onChange }: Props) {
  const { shown, props } = useTyping(value, onChange)
  const left = max - [...shown].length
  const words = left < 0 ? `多了 ${-left} 个字` : `还能写 ${left} 个字`
  return (
    <Question id={id} label={label} hint={hint} error={error}>
      <Textarea
        id={id}
        className={error ? 'nh-text nh-text--error' : 'nh-text'}
        maxlength={-1}
        autoHeight
        fixed={useContext(InSheet)}
        {...props}
        {...fieldAria(label, error !== undefined)}
      />
      {left <= NEAR_END && shown !== '' && (
        <View className={left < 0 ? 'nh-text__left nh-text__left--over' : 'nh-text__left'} {...aria({ isLive: true })}>
          {words}
        </View>
      )}
    </Question>
  )
}
