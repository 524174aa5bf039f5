/** A question with a long list of answers, or a day: the whole row opens the phone's own picker. */
import { Picker, View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { aria } from './aria'
import { Icon } from './icon'
import { Question } from './question'
import './pick-row.css'

type PickOption = { readonly value: string; readonly text: string }

type Shared = {
  readonly id: string
  readonly label: string
  readonly placeholder?: string
  readonly value: string
  readonly error?: string | undefined
  readonly onChange: (value: string) => void
}
type FromList = { readonly kind?: 'list'; readonly options: readonly PickOption[] }
type FromCalendar = { readonly kind: 'day'; readonly options?: undefined }
type Props = Shared & (FromList | FromCalendar)

/** '2021-02-20' as people say it. */
const sayDay = (day: string): string => {
  const [year, month, date] = day.split('-').map(Number)
  return year && month && date ? `${year} 年 ${month} 月 ${date} 日` : ''
}

export function PickRow(props: Props) {
  const { id, label, placeholder = '挑一个', value, error } = props
  const text = props.options ? (props.options.find((option) => option.value === value)?.text ?? '') : sayDay(value)
  return (
    <Question id={id} label={label} error={error}>
      <Chooser {...props}>
        <View
          id={id}
          className={error ? 'nh-pick nh-pick--error' : 'nh-pick'}
          {...aria({ role: 'button', label: `${label}，${text || placeholder}`, isInvalid: error !== undefined })}
        >
          <View className={text ? 'nh-pick__value' : 'nh-pick__value nh-pick__value--none'}>{text || placeholder}</View>
          <Icon name="down" tone="ink3" size={20} />
        </View>
      </Chooser>
    </Question>
  )
}

function Chooser({ children, ...props }: Props & { readonly children: ReactNode }) {
  const { options, value, onChange } = props
  if (!options) {
    return (
      <Picker mode="date" value={value} onChange={({ detail }) => onChange(detail.value)}>
        {children}
      </Picker>
    )
  }
  const at = options.findIndex((option) => option.value === value)
  return (
    <Picker
      mode="selector"
      range={options.map(({ text }) => text)}
      value={Math.max(at, 0)}
      onChange={({ detail }) => onChange(options[Number(detail.value)]?.value ?? value)}
    >
      {children}
    </Picker>
  )
}
