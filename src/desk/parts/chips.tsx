/** A short row of choices of which one holds, scrolled sideways where the words are many. */
import { ScrollView, View } from '@tarojs/components'
import { aria } from '../../ui/aria'
import './chips.css'

type Props = {
  readonly id: string
  readonly label: string
  readonly options: readonly { readonly value: string; readonly text: string }[]
  readonly value: string
  readonly onChange: (value: string) => void
}

export function Chips({ id, label, options, value, onChange }: Props) {
  return (
    <ScrollView scrollX className="desk-chips chips" id={id}>
      <View className="desk-chips__in" {...aria({ role: 'radiogroup', label })}>
        {options.map((option) => {
          const isOn = option.value === value
          return (
            <View
              key={option.value}
              id={`${id}-${option.value || 'all'}`}
              className={isOn ? 'desk-chip desk-chip--on' : 'desk-chip'}
              hoverClass="desk-chip--down"
              {...aria({ role: 'radio', label: option.text, isChecked: isOn })}
              onClick={() => onChange(option.value)}
            >
              {option.text}
            </View>
          )
        })}
      </View>
    </ScrollView>
  )
}
