/** One day that was worked: how many hours, and on a rest day whether another was given off for it. */
import { View } from '@tarojs/components'
import { useState } from 'react'
import { type Day, dayKind } from '../../../domain/kernel/time'
import type { Shift } from '../../../domain/wages/schema'
import { openPage } from '../../cloud/go'
import { aria, Button, Field, Row, Sheet } from '../../ui'
import { NO, YES, yesNo } from '../parts/draft'
import { YesNo } from '../parts/yes-no'
import { sayWhole } from './day-words'
import { minutesIn, sayShift, shiftsIn, type Told } from './told'

type Props = {
  readonly on: Day
  readonly told: Told
  readonly onTold: (shift: Shift | undefined) => void
  readonly onClose: () => void
}

const restedIn = (shift: Shift | undefined): string => (shift?.isRested === undefined ? '' : shift.isRested ? YES : NO)

export function DaySheet({ on, told, onTold, onClose }: Props) {
  const before = shiftsIn(told).find((shift) => shift.on === on)
  const [hours, setHours] = useState(before?.way === 'hours' ? String(before.minutes / 60) : '')
  const [rested, setRested] = useState(restedIn(before))
  const [mistake, setMistake] = useState<string>()
  const isRest = dayKind(on) === 'rest'
  const keep = () => {
    const minutes = minutesIn(hours)
    const isRested = isRest ? yesNo(rested) : undefined
    if (minutes === undefined) setMistake('写几小时，像 8 或 2.5，最多 24')
    else onTold({ way: 'hours', on, minutes, ...(isRested === undefined ? {} : { isRested }) })
  }
  return (
    <Sheet
      id="day-sheet"
      title={sayWhole(on)}
      onClose={onClose}
      foot={
        <>
          <Button id="keep-day" kind="p" label="记下这天" onClick={keep} />
          {before && <Button id="drop-day" kind="q" label="这天没上班" onClick={() => onTold(undefined)} />}
        </>
      }
    >
      <HoursChips value={hours} onChange={setHours} />
      <Field
        id="hours"
        kind="money"
        label="干了几小时？"
        hint={dayKind(on) === 'work' ? '吃饭休息不算。过 8 小时的，多的算加班' : '吃饭休息不算'}
        value={hours}
        error={mistake}
        onChange={setHours}
      />
      {isRest && (
        <YesNo id="rested" label="后来补休了吗？" yes="补休了" no="没补休" value={rested} onChange={setRested} />
      )}
      <Row
        id="by-clock"
        icon="wait"
        title="夜班，过了零点"
        note={before?.way === 'clock' ? sayShift(before) : '写几点上班、几点下班'}
        onClick={() => {
          onClose()
          openPage(`/wages/overtime/shift?on=${on}`)
        }}
      />
    </Sheet>
  )
}

const usual = ['4', '8', '10', '12']

function HoursChips({ value, onChange }: { readonly value: string; readonly onChange: (hours: string) => void }) {
  return (
    <View className="wages-hours" {...aria({ role: 'radiogroup', label: '干了几小时' })}>
      {usual.map((hours) => (
        <View
          key={hours}
          id={`hours-${hours}`}
          className={hours === value ? 'wages-hours__one wages-hours__one--on' : 'wages-hours__one'}
          onClick={() => onChange(hours)}
          {...aria({ role: 'radio', label: `${hours} 小时`, isChecked: hours === value })}
        >
          {`${hours} 小时`}
        </View>
      ))}
    </View>
  )
}
