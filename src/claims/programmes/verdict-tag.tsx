/** How a programme stands to its reader, as a word with its mark. */
import { View } from '@tarojs/components'
import type { ProgrammeCard } from '../../../domain/claim/views'
import { Icon, StatusTag } from '../../ui'
import { groupOf } from './standing'
import './verdict-tag.css'

const askWords = ({ questions }: ProgrammeCard): string =>
  questions.length > 0 ? `还要问您 ${questions.length} 件事` : '还没定'

export function VerdictTag({ programme, isRegistered }: { programme: ProgrammeCard; isRegistered: boolean }) {
  const { isFull, waiting = 0, periods } = programme
  const group = groupOf(programme)
  if (group === 'employer') return <StatusTag state="plain" text="单位领" />
  if (group === 'taken') return <StatusTag state="plain" text={`交过了，${periods[0]?.stateLabel ?? ''}`} />
  if (!isRegistered) return <Tag kind="unknown" text="登记了才知道" />
  if (group === 'no') return <Tag kind="no" text="这次领不了" />
  if (isFull) return <StatusTag state="wait" text={`名额满了，排第 ${waiting + 1}`} />
  if (group === 'yes') return <StatusTag state="ok" text="您能领" />
  return <Tag kind="unknown" text={askWords(programme)} />
}

const marks = { unknown: { icon: 'q', tone: 'gold' }, no: { icon: 'x', tone: 'ink2' } } as const

function Tag({ kind, text }: { readonly kind: keyof typeof marks; readonly text: string }) {
  const { icon, tone } = marks[kind]
  return (
    <View className={`nh-tag claim-tag--${kind}`}>
      <Icon name={icon} tone={tone} size={15} />
      {text}
    </View>
  )
}
