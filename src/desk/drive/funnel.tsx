/** The way of a drive's wishes as rows: a number, a bar, a word; each leads to its list. */
import { View } from '@tarojs/components'
import { Card } from '../../ui'
import { aria } from '../../ui/aria'
import { open } from '../parts/routes'
import type { StateName } from '../wishes/shelf'
import { funnelOf, type Numbers } from './numbers'
import './funnel.css'

export const listOf =
  ({ id: drive, scope: { level, id }, title: name }: Numbers['drive'], state: StateName) =>
  (): void =>
    open('wishes', { level, id, name, drive, state })

export function Funnel({ numbers }: { readonly numbers: Numbers }) {
  return (
    <Card id="funnel" title="走到哪了">
      {funnelOf(numbers).map(({ id, word, count, share, state }) => (
        <View
          key={id}
          id={`funnel-${id}`}
          className="desk-funnel"
          hoverClass="desk-funnel--down"
          onClick={listOf(numbers.drive, state)}
          {...aria({ role: 'button', label: `${word} ${count}` })}
        >
          <View className="desk-funnel__line">
            <View className="desk-funnel__word">{word}</View>
            <View className="desk-funnel__n">{count}</View>
          </View>
          <View className="desk-funnel__bar">
            <View className="desk-funnel__part" style={{ width: `${share}%` }} />
          </View>
        </View>
      ))}
    </Card>
  )
}
