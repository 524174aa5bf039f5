/** One of a page's few great doors: a drawn sign, its name and what lies behind it. */
import { View } from '@tarojs/components'
import { aria } from './aria'
import type { IconName, Tone } from './glyphs'
import { Icon } from './icon'
import './tile.css'

type Props = {
  readonly id: string
  readonly icon: IconName
  readonly tone: Extract<Tone, 'red' | 'gold' | 'info' | 'ok'>
  readonly title: string
  readonly note: string
  readonly onClick: () => void
}

export function Tile({ id, icon, tone, title, note, onClick }: Props) {
  return (
    <View
      id={id}
      className="nh-tile"
      hoverClass="nh-tile--down"
      onClick={onClick}
      {...aria({ role: 'button', label: `${title}，${note}` })}
    >
      <View className={`nh-tile__sign nh-tile__sign--${tone}`}>
        <Icon name={icon} tone={tone} size={26} />
      </View>
      <View className="nh-tile__words">
        <View className="nh-tile__title">{title}</View>
        <View className="nh-tile__note">{note}</View>
      </View>
    </View>
  )
}
