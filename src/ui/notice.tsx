/** One thing this page has to say before its work: in words, with a mark and a colour, and one way on. */
import { View } from '@tarojs/components'
import { aria } from './aria'
import type { IconName, Tone } from './glyphs'
import { Icon } from './icon'
import './notice.css'

export type NoticeKind = 'info' | 'wait' | 'ok' | 'stop'
export type WayOn = { readonly label: string; readonly onClick: () => void }

type Props = {
  readonly id?: string
  readonly kind: NoticeKind
  readonly text: string
  readonly action?: WayOn | undefined
}

const marks = {
  info: { icon: 'info', tone: 'info' },
  wait: { icon: 'wait', tone: 'gold' },
  ok: { icon: 'ok', tone: 'ok' },
  stop: { icon: 'mend', tone: 'stop' },
} as const satisfies Record<NoticeKind, { icon: IconName; tone: Tone }>

export function Notice({ id, kind, text, action }: Props) {
  const { icon, tone } = marks[kind]
  return (
    <View id={id} className={`nh-notice nh-notice--${kind}`}>
      <View className="nh-notice__line" {...aria({ role: 'alert', label: text, isLive: true })}>
        <Icon name={icon} tone={tone} size={22} isDisc={kind === 'stop' || kind === 'ok'} />
        <View className="nh-notice__words">{text}</View>
      </View>
      {action && (
        <View
          className="nh-notice__way"
          hoverClass="nh-notice__way--down"
          onClick={action.onClick}
          {...aria({ role: 'button', label: action.label })}
        >
          {action.label}
          <Icon name="go" tone={tone} size={18} />
        </View>
      )}
    </View>
  )
}
