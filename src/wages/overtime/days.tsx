/** A month of days to tap: each says what it pays when that is not a plain working day, and what was told of it. */
import { View } from '@tarojs/components'
import { addDays, addMonths, type Day, dayKind, daysBetween, nationalCalendar } from '../../../domain/kernel/time'
import { sayMonth } from '../../../domain/wages/words'
import { aria, Icon } from '../../ui'
import { Question } from '../../ui/question'
import { sayDate, sayPay } from './day-words'
import { sayShift, shiftsIn, type Told } from './told'
import './days.css'

type Props = {
  readonly told: Told
  readonly first: Day
  readonly onTurn: (by: number) => void
  readonly onDay: (on: Day) => void
}

export function Days({ told, first, onTurn, onDay }: Props) {
  const shifts = shiftsIn(told)
  const days = Array.from({ length: daysBetween(first, addMonths(first, 1)) }, (_, n) => addDays(first, n))
  const isFirst = first <= nationalCalendar.knownFrom
  return (
    <Question id="days" label="哪天上的班？" hint="点那一天，写干了几小时。写“2 倍”“3 倍”的，全天都算">
      <View className="wages-turn">
        {!isFirst && <Turn id="earlier" label="上个月" icon="back" onClick={() => onTurn(-1)} />}
        <View className="wages-turn__month">{sayMonth(first.slice(0, 7))}</View>
        <Turn id="later" label="下个月" icon="go" onClick={() => onTurn(1)} />
      </View>
      <View className="wages-days">
        {days.map((on) => (
          <DayCell
            key={on}
            on={on}
            told={shifts
              .filter((one) => one.on === on)
              .map(sayShift)
              .join('，')}
            onTap={() => onDay(on)}
          />
        ))}
      </View>
    </Question>
  )
}

type TurnProps = {
  readonly id: string
  readonly label: string
  readonly icon: 'back' | 'go'
  readonly onClick: () => void
}

function Turn({ id, label, icon, onClick }: TurnProps) {
  return (
    <View
      id={id}
      className="wages-turn__way"
      hoverClass="wages-turn__way--down"
      onClick={onClick}
      {...aria({ role: 'button', label })}
    >
      <Icon name={icon} tone="ink" size={22} />
    </View>
  )
}

/** Its date is the first line of one text: a node for each of its words would be too much for an old phone. */
function DayCell({ on, told, onTap }: { readonly on: Day; readonly told: string; readonly onTap: () => void }) {
  const pay = sayPay(on)
  const marks = `${dayKind(on) === 'work' ? '' : ' wages-day--pays'}${told ? ' wages-day--on' : ''}`
  const words = [sayDate(on), pay, told].filter(Boolean)
  return (
    <View
      id={`day-${on}`}
      className={`wages-day${marks}`}
      onClick={onTap}
      {...aria({ role: 'button', label: words.join('，') })}
    >
      {words.join('\n')}
    </View>
  )
}
