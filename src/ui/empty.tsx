/** Where there is nothing, or it did not open: a lantern, why, and one way on. */
import { View } from '@tarojs/components'
import { aria } from './aria'
import { Button } from './button'
import { Lantern } from './lantern'
import type { WayOn } from './notice'
import './empty.css'

type Props = {
  readonly id?: string
  readonly title?: string
  readonly text: string
  readonly action?: WayOn | undefined
}

export function Empty({ id, title, text, action }: Props) {
  return (
    <View id={id} className="nh-empty">
      <Lantern />
      {title && (
        <View className="nh-empty__title" {...aria({ role: 'heading' })}>
          {title}
        </View>
      )}
      <View className="nh-empty__text">{text}</View>
      {action && <Button kind="s" label={action.label} onClick={action.onClick} />}
    </View>
  )
}
