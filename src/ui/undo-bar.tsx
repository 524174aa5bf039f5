/** The way back from something just done, there for its whole time; the time is said and does not run. */
import { View } from '@tarojs/components'
import { aria } from './aria'
import { Button } from './button'
import './undo-bar.css'

type Props = {
  readonly id: string
  readonly text: string
  readonly label: string
  readonly busy: boolean
  readonly onUndo: () => void
}

export function UndoBar({ id, text, label, busy, onUndo }: Props) {
  return (
    <View className="nh-undo" {...aria({ isLive: true })}>
      <View className="nh-undo__text">{text}</View>
      <Button id={id} kind="q" label={label} busy={busy} onClick={onUndo} />
    </View>
  )
}
