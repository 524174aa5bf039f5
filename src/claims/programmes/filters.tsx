/** How many programmes there are of each kind: large enough to be read as an answer, and a tap shows that kind alone. */
import { View } from '@tarojs/components'
import type { ProgrammeCard } from '../../../domain/claim/views'
import { aria, Icon } from '../../ui'
import './filters.css'

export type Filter = ProgrammeCard['verdict']

const kinds = [
  { kind: 'yes', word: '能领', icon: 'ok', tone: 'ok' },
  { kind: 'unknown', word: '要问您', icon: 'q', tone: 'gold' },
  { kind: 'no', word: '领不了', icon: 'x', tone: 'ink3' },
] as const

type Props = {
  readonly counts: Readonly<Record<Filter, number>>
  readonly chosen: Filter | undefined
  readonly onChange: (chosen: Filter | undefined) => void
}

export function Filters({ counts, chosen, onChange }: Props) {
  return (
    <View className="claim-counts" {...aria({ role: 'radiogroup', label: '只看哪一种' })}>
      {kinds.map(({ kind, word, icon, tone }) => {
        const isOn = chosen === kind
        return (
          <View
            key={kind}
            id={`only-${kind}`}
            className={`claim-count claim-count--${kind}${isOn ? ' claim-count--on' : ''}`}
            hoverClass="claim-count--down"
            onClick={() => onChange(isOn ? undefined : kind)}
            {...aria({ role: 'radio', label: `${word} ${counts[kind]}`, isChecked: isOn })}
          >
            <View className="claim-count__figure">{counts[kind]}</View>
            <View className="claim-count__line">
              <View className="claim-count__mark">
                <Icon name={icon} tone={tone} size={22} isDisc />
              </View>
              <View className="claim-count__word">{word}</View>
            </View>
          </View>
        )
      })}
    </View>
  )
}
