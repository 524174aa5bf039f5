/** Several short answers at once, side by side as far as their words allow: months, trades, provinces. */
import { View } from '@tarojs/components'
import { aria } from './aria'
import { Icon } from './icon'
import { Question } from './question'
import './picks.css'

type Props = {
  readonly id: string
  readonly label: string
  readonly hint?: string | undefined
  readonly options: readonly { readonly value: string; readonly text: string }[]
  readonly value: readonly string[]
  readonly error?: string | undefined
  readonly onChange: (value: readonly string[]) => void
}

export function Picks({ id, label, hint, options, value, error, onChange }: Props) {
  const isOn = (one: string) => value.includes(one)
  const choose = (one: string) => onChange(isOn(one) ? value.filter((other) => other !== one) : [...value, one])
  return (
    <Question id={id} label={label} hint={hint} error={error}>
      <View id={id} className="nh-picks" {...aria({ role: 'group', label })}>
        {options.map((option) => (
          <View
            key={option.value}
            id={`${id}-${option.value}`}
            className={isOn(option.value) ? 'nh-picks__one nh-picks__one--on' : 'nh-picks__one'}
            hoverClass="nh-picks__one--down"
            onClick={() => choose(option.value)}
            {...aria({ role: 'checkbox', label: option.text, isChecked: isOn(option.value) })}
          >
            <View className={isOn(option.value) ? 'nh-picks__mark nh-picks__mark--on' : 'nh-picks__mark'}>
              {isOn(option.value) && <Icon name="ok" tone="white" size={15} />}
            </View>
            <View className="nh-picks__word">{option.text}</View>
          </View>
        ))}
      </View>
    </Question>
  )
}
