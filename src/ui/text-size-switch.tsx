/** The size of the letters, chosen by looking at three of them; everything changes at once. */
import { View } from '@tarojs/components'
import { aria } from './aria'
import type { TextSize } from './look'
import './text-size-switch.css'

const sizes = [
  { value: 'standard', word: '标准' },
  { value: 'large', word: '大' },
  { value: 'largest', word: '最大' },
] as const satisfies readonly { value: TextSize; word: string }[]

type Props = { readonly value: TextSize; readonly onChange: (size: TextSize) => void }

export function TextSizeSwitch({ value, onChange }: Props) {
  return (
    <View id="text-size" className="nh-size" {...aria({ role: 'radiogroup', label: '字的大小' })}>
      {sizes.map((size) => {
        const isOn = size.value === value
        return (
          <View
            key={size.value}
            id={`text-size-${size.value}`}
            className={isOn ? 'nh-size__one nh-size__one--on' : 'nh-size__one'}
            onClick={() => onChange(size.value)}
            {...aria({ role: 'radio', label: `${size.word}字`, isChecked: isOn })}
          >
            <View className={`nh-size__sample nh-size__sample--${size.value}`}>字</View>
            <View className="nh-size__word">{size.word}</View>
          </View>
        )
      })}
    </View>
  )
}
