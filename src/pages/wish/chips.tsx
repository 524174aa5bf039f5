/** What of the wall is shown: all of it, only what is dark, one kind, one district. */
import { View } from '@tarojs/components'
import { useState } from 'react'
import { cities } from '../../../domain/kernel/places'
import { type KindName, kinds } from '../../../domain/wish/kinds'
import { aria, Choice, Sheet } from '../../ui'
import type { Filter, Wall } from './use-wall'

type Drive = NonNullable<Wall['drive']>
type Props = { readonly drive: Drive; readonly filter: Filter; readonly onChoose: (filter: Filter) => void }

const districtsOf = ({ level, placeId }: Drive) => (level === 'city' ? (cities[placeId]?.districts ?? []) : [])

export type Asking = 'kind' | 'districtId'

export function Chips({ drive, filter, onChoose, onAsk }: Props & { readonly onAsk: (what: Asking) => void }) {
  const { isDark, kind, districtId } = filter
  const district = districtsOf(drive).find(({ id }) => id === districtId)
  const isAll = !isDark && !kind && !districtId
  const { isDark: _, ...bright } = filter
  return (
    <View className="wall-chips">
      <Chip id="all" words="全部" isOn={isAll} onClick={() => onChoose({})} />
      <Chip
        id="dark"
        words="没亮的"
        isOn={isDark === true}
        onClick={() => onChoose(isDark ? bright : { ...filter, isDark: true })}
      />
      {districtsOf(drive).length > 0 && (
        <Chip
          id="district"
          words={`${district?.name ?? '哪个区'} ▾`}
          isOn={district !== undefined}
          onClick={() => onAsk('districtId')}
        />
      )}
      <Chip
        id="kind"
        words={`${kind ? kinds[kind].label : '种类'} ▾`}
        isOn={kind !== undefined}
        onClick={() => onAsk('kind')}
      />
    </View>
  )
}

type ChipProps = { readonly id: string; readonly words: string; readonly isOn: boolean; readonly onClick: () => void }

function Chip({ id, words, isOn, onClick }: ChipProps) {
  return (
    <View
      id={`show-${id}`}
      className={isOn ? 'wall-chip wall-chip--on' : 'wall-chip'}
      onClick={onClick}
      {...aria({ role: 'checkbox', label: words.replace(' ▾', ''), isChecked: isOn })}
    >
      {words}
    </View>
  )
}

const ANY = 'any'

/** Over the page and not inside the night. */
export function ChipSheet({
  what,
  drive,
  filter,
  onChoose,
  onClose,
}: Props & { readonly what: Asking; readonly onClose: () => void }) {
  const [{ kind, districtId, ...rest }] = useState(filter)
  const isKindAsked = what === 'kind'
  const options = isKindAsked
    ? drive.kinds.map((name) => ({ value: name, text: kinds[name].label }))
    : districtsOf(drive).map(({ id, name }) => ({ value: id, text: name }))
  const chosen = (isKindAsked ? kind : districtId) ?? ANY
  const choose = (value: string) => {
    const next: KindName | undefined = drive.kinds.find((name) => name === value)
    onClose()
    if (isKindAsked)
      return onChoose({ ...rest, ...(districtId ? { districtId } : {}), ...(next ? { kind: next } : {}) })
    onChoose({ ...rest, ...(kind ? { kind } : {}), ...(value === ANY ? {} : { districtId: value }) })
  }
  return (
    <Sheet id="show-sheet" title={isKindAsked ? '看哪一种' : '看哪个区'} onClose={onClose}>
      <Choice
        id="show"
        label="选一个"
        options={[{ value: ANY, text: '都看' }, ...options]}
        value={chosen}
        onChange={choose}
      />
    </Sheet>
  )
}
