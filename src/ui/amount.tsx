/** How much, in figures large enough to be seen first, and how it comes; a screen reader is given it as it is said. */
import { View } from '@tarojs/components'
import { aria } from './aria'
import './amount.css'

type Props = {
  readonly figure: string
  readonly unit?: string | undefined
  readonly note?: string | undefined
  /** 五十元: a reader makes two numbers of 18,600. */
  readonly spoken: string
}

export function Amount({ figure, unit, note, spoken }: Props) {
  /** Without a unit it is a sentence and no figure. */
  const size = unit ? '' : ' nh-amount__figure--words'
  return (
    <View className="nh-amount" {...aria({ label: note ? `${spoken}，${note}` : spoken })}>
      <View className="nh-amount__line">
        <View className={`nh-amount__figure${size}`}>{figure}</View>
        {unit && <View className="nh-amount__unit">{unit}</View>}
      </View>
      {note && <View className="nh-amount__note">{note}</View>}
    </View>
  )
}
