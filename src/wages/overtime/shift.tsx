/** A shift by the clock, past midnight too: each of its hours pays by the day it falls on. */
import Taro, { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { addDays, type Day, dayKind, isDay, onOf } from '../../../domain/kernel/time'
import { Shift } from '../../../domain/wages/schema'
import { useOnline } from '../../cloud/letters'
import { BottomBar, Button, Card, PickRow, Row, Screen } from '../../ui'
import { OFFLINE } from '../parts/calculator-page'
import { known, readFacts, yesNo } from '../parts/draft'
import { YesNo } from '../parts/yes-no'
import { sayWhole } from './day-words'
import { shiftsIn, useOvertime, withDay } from './told'

const HALF_HOURS = 48
const clocks = Array.from({ length: HALF_HOURS }, (_, n) => {
  const clock = `${String(Math.floor(n / 2)).padStart(2, '0')}:${n % 2 === 0 ? '00' : '30'}`
  return { value: clock, text: clock }
})

const dayIn = (text: string | undefined): Day => (text !== undefined && isDay(text) ? text : onOf(new Date()))

export default function ShiftPage() {
  const isOnline = useOnline()
  const on = dayIn(useRouter().params.on)
  const { told, tell } = useOvertime()
  const before = shiftsIn(told).find((shift) => shift.on === on)
  const [from, setFrom] = useState(before?.way === 'clock' ? before.from : '20:00')
  const [to, setTo] = useState(before?.way === 'clock' ? before.to : '08:00')
  const [rested, setRested] = useState(before?.isRested === undefined ? '' : before.isRested ? 'yes' : 'no')
  const isOver = to <= from
  const isRest = dayKind(on) === 'rest' || (isOver && dayKind(addDays(on, 1)) === 'rest')
  const read = readFacts(Shift, known({ way: 'clock', on, from, to, isRested: isRest ? yesNo(rested) : undefined }))
  const keep = () => {
    if (!read.facts) return
    tell(withDay(told, on, read.facts))
    void Taro.navigateBack()
  }
  return (
    <Screen
      title="夜班"
      online={isOnline}
      offline={OFFLINE}
      bottom={
        <BottomBar>
          <Button id="keep-shift" kind="p" label="记下这个班" onClick={keep} />
        </BottomBar>
      }
    >
      <Card>
        <Row title={sayWhole(on)} note={isOver ? `干到 ${sayWhole(addDays(on, 1))}` : '当天干完'} />
      </Card>
      <PickRow id="from" label="几点上班？" value={from} options={clocks} onChange={setFrom} />
      <PickRow id="to" label="几点下班？" value={to} options={clocks} onChange={setTo} />
      {isRest && (
        <YesNo id="rested" label="休息日后来补休了吗？" yes="补休了" no="没补休" value={rested} onChange={setRested} />
      )}
    </Screen>
  )
}
