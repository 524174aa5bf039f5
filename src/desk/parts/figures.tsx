/** A desk's work in two or three large figures; what is late stands out in words and colour. */
import { View } from '@tarojs/components'
import './figures.css'

export type FigureOf = { readonly label: string; readonly count: string; readonly isStop?: boolean }

export function Figures({ figures }: { readonly figures: readonly FigureOf[] }) {
  return (
    <View className="desk-counts">
      {figures.map(({ label, count, isStop }) => (
        <View key={label} className={isStop ? 'desk-count desk-count--stop' : 'desk-count'}>
          <View className="desk-count__n">{count}</View>
          <View className="desk-count__w">{label}</View>
        </View>
      ))}
    </View>
  )
}
