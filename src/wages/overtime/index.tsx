/** 加班费: the wage, and the days that were worked, each marked by what it pays. */
import { useState } from 'react'
import type { Day } from '../../../domain/kernel/time'
import { overtime } from '../../../domain/wages/overtime'
import { OvertimeFacts, wagePeriods } from '../../../domain/wages/schema'
import { PickRow } from '../../ui'
import type { Reading } from '../parts/answered'
import { CalculatorPage } from '../parts/calculator-page'
import { readFacts } from '../parts/draft'
import { MoneyField } from '../parts/fields'
import { DaySheet } from './day-sheet'
import { Days } from './days'
import { factsOf, monthOf, perOf, type Told, turned, useOvertime, withDay } from './told'

const readingOf = (told: Told): Reading => {
  const read = readFacts(OvertimeFacts, factsOf(told))
  return read.facts ? { answer: overtime(read.facts) } : { mistake: read.mistake }
}

const pers = Object.entries(wagePeriods).map(([value, { label }]) => ({ value, text: label }))

export default function OvertimePage() {
  const { told, tell, restart } = useOvertime()
  const [day, setDay] = useState<Day>()
  const first = monthOf(told, new Date())
  return (
    <CalculatorPage
      title="加班费"
      calculator="overtime"
      reading={readingOf(told)}
      restart={restart}
      isCovered={day !== undefined}
    >
      <PickRow id="per" label="工资怎么算？" value={perOf(told)} options={pers} onChange={(per) => tell({ per })} />
      <MoneyField
        id="wage"
        label={wagePeriods[perOf(told)].asks}
        hint="合同上写的，或口头讲好的。单位：元"
        value={told.wage}
        onChange={(wage) => tell({ wage })}
      />
      <Days told={told} first={first} onTurn={(by) => tell(turned(first, by))} onDay={setDay} />
      {day && (
        <DaySheet
          key={day}
          on={day}
          told={told}
          onTold={(shift) => {
            tell(withDay(told, day, shift))
            setDay(undefined)
          }}
          onClose={() => setDay(undefined)}
        />
      )}
    </CalculatorPage>
  )
}
