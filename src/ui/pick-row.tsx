/** A question with a long list of answers, or a day: the row says the answer, a tap opens the list. */
import { Picker, View } from '@tarojs/components'
import { useState } from 'react'
import { aria } from './aria'
import { Icon } from './icon'
import { Question } from './question'
import { Sheet } from './sheet'
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
type FromCalendar = {
  readonly kind: 'day'
  readonly options?: undefined
  /** The day the calendar opens at while none is chosen. */
  readonly opensAt?: string
}
type Props = Shared & (FromList | FromCalendar)

/** '2021-02-20' as people say it. */
const sayDay = (day: string): string => {
  const [year, month, date] = day.split('-').map(Number)
  return year && month && date ? `${year} 年 ${month} 月 ${date} 日` : ''
}

export function PickRow(props: Props) {
  const { id, label, placeholder = '挑一个', value, error, onChange, options } = props
  const opensAt = props.kind === 'day' ? (props.opensAt ?? '') : ''
  const text = options ? (options.find((option) => option.value === value)?.text ?? '') : sayDay(value)
  const shown = { id, label, text, placeholder, hasMistake: error !== undefined }
  return (
    <Question id={id} label={label} error={error}>
      {options ? (
        <FromSheet shown={shown} value={value} options={options} onChange={onChange} />
      ) : (
        <Picker
          mode="date"
          value={value || opensAt}
          textProps={{ okText: '就这天', cancelText: '不选了' }}
          onChange={({ detail }) => onChange(detail.value)}
        >
          <Answer {...shown} />
        </Picker>
      )}
    </Question>
  )
}

type Shown = {
  readonly id: string
  readonly label: string
  readonly text: string
  readonly placeholder: string
  readonly hasMistake: boolean
}

function Answer({ id, label, text, placeholder, hasMistake, onClick }: Shown & { readonly onClick?: () => void }) {
  return (
    <View
      id={id}
      className={hasMistake ? 'nh-pick nh-pick--error' : 'nh-pick'}
      onClick={() => onClick?.()}
      {...aria({ role: 'button', label: `${label}，${text || placeholder}`, isInvalid: hasMistake })}
    >
      <View className={text ? 'nh-pick__value' : 'nh-pick__value nh-pick__value--none'}>{text || placeholder}</View>
      <Icon name="down" tone="ink3" size={20} />
    </View>
  )
}

type SheetProps = {
  readonly shown: Shown
  readonly value: string
  readonly options: readonly PickOption[]
  readonly onChange: (value: string) => void
}

/** So short that three stand side by side, as provinces do. */
const SHORT = 3

/** A list of our own and not the phone's wheel, whose letters stay small whatever size its owner chose. */
function FromSheet({ shown, value, options, onChange }: SheetProps) {
  const [isOpen, setOpen] = useState(false)
  const isShort = options.every(({ text }) => text.length <= SHORT)
  const choose = (next: string) => {
    setOpen(false)
    onChange(next)
  }
  return (
    <>
      <Answer {...shown} onClick={() => setOpen(true)} />
      {isOpen && (
        <Sheet id={`${shown.id}-list`} title={shown.label} onClose={() => setOpen(false)}>
          <View className={isShort ? 'nh-pick__list nh-pick__list--short' : 'nh-pick__list'}>
            {options.map((option) => (
              <View
                key={option.value}
                id={`${shown.id}-${option.value}`}
                className={option.value === value ? 'nh-pick__option nh-pick__option--on' : 'nh-pick__option'}
                hoverClass="nh-pick__option--down"
                onClick={() => choose(option.value)}
                {...aria({ role: 'radio', label: option.text, isChecked: option.value === value })}
              >
                {option.value === value && <Icon name="ok" tone="red" size={20} />}
                <View>{option.text}</View>
              </View>
            ))}
          </View>
        </Sheet>
      )}
    </>
  )
}
