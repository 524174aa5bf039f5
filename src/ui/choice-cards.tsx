/** A question whose answers are drawn as cards: one of them, or several. */
import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { aria } from './aria'
import { Icon } from './icon'
import { Question } from './question'
import './choice-cards.css'

export type Option = {
  readonly value: string
  readonly text: string
  readonly hint?: string
  /** Drawn beside the words; what it shows stands in them. */
  readonly picture?: ReactNode
}

type Shared = {
  readonly id: string
  readonly label: string
  readonly hint?: string
  readonly options: readonly Option[]
  readonly error?: string | undefined
}
type One = { readonly many?: false; readonly value: string; readonly onChange: (value: string) => void }
type Many = {
  readonly many: true
  readonly value: readonly string[]
  readonly onChange: (value: readonly string[]) => void
}

export function Choice(props: Shared & (One | Many)) {
  const { id, label, hint, options, error } = props
  const isOn = (value: string) => (props.many ? props.value.includes(value) : props.value === value)
  const choose = (value: string) => {
    if (!props.many) return props.onChange(value)
    props.onChange(isOn(value) ? props.value.filter((other) => other !== value) : [...props.value, value])
  }
  return (
    <Question id={id} label={label} hint={hint} error={error}>
      <View id={id} {...aria({ role: props.many ? 'group' : 'radiogroup', label })}>
        {options.map((option) => (
          <OptionCard
            key={option.value}
            id={`${id}-${option.value || 'any'}`}
            option={option}
            isMany={props.many === true}
            isOn={isOn(option.value)}
            onChoose={() => choose(option.value)}
          />
        ))}
      </View>
    </Question>
  )
}

type CardProps = {
  readonly id: string
  readonly option: Option
  readonly isMany: boolean
  readonly isOn: boolean
  readonly onChoose: () => void
}

function OptionCard({ id, option: { text, hint, picture }, isMany, isOn, onChoose }: CardProps) {
  return (
    <View
      id={id}
      className={isOn ? 'nh-option nh-option--on' : 'nh-option'}
      hoverClass="nh-option--down"
      onClick={onChoose}
      {...aria({ role: isMany ? 'checkbox' : 'radio', label: hint ? `${text}，${hint}` : text, isChecked: isOn })}
    >
      <View className={`nh-option__mark${isMany ? ' nh-option__mark--many' : ''}${isOn ? ' nh-option__mark--on' : ''}`}>
        {isOn && <Icon name="ok" tone="white" size={18} />}
      </View>
      <View className="nh-option__words">
        <View className="nh-option__text">{text}</View>
        {hint && <View className="nh-option__hint">{hint}</View>}
      </View>
      {picture}
    </View>
  )
}
