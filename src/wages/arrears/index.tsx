/** 欠的工资: which months, what was agreed, what was given; a month not yet due is not counted. */
import { type Day, onOf } from '../../../domain/kernel/time'
import { arrears } from '../../../domain/wages/arrears'
import { ArrearsFacts, payMonths } from '../../../domain/wages/schema'
import { sayMonth } from '../../../domain/wages/words'
import { Field, PickRow } from '../../ui'
import { Picks } from '../../ui/picks'
import type { Reading } from '../parts/answered'
import { CalculatorPage } from '../parts/calculator-page'
import { readFacts, useTold } from '../parts/draft'
import { MoneyField } from '../parts/fields'
import { YesNo } from '../parts/yes-no'
import { blank, factsOf, monthsBack, monthsIn, paidIn, type Told, withMonths, withPaid } from './told'

const readingOf = (told: Told, today: Day): Reading => {
  const read = readFacts(ArrearsFacts, factsOf(told))
  return read.facts ? { answer: arrears(read.facts, today) } : { mistake: read.mistake }
}

/** The minimum wage decides, and it hangs on whether every day was worked. */
const asksAttendance = (reading: Reading, { isFull }: Told): boolean =>
  isFull !== '' ||
  ('answer' in reading &&
    reading.answer.answer === 'needs' &&
    reading.answer.needs.some(({ fact }) => fact === 'fullAttendance'))

type Telling = { readonly told: Told; readonly tell: (next: Partial<Told>) => void }

export default function ArrearsPage() {
  const telling = useTold('arrears', blank)
  const { told, tell, restart } = telling
  const today = onOf(new Date())
  const reading = readingOf(told, today)
  return (
    <CalculatorPage title="欠的工资" calculator="arrears" reading={reading} restart={restart}>
      <Months {...telling} today={today} />
      <MoneyField id="agreed" label="一个月讲好多少钱？" value={told.agreed} onChange={(agreed) => tell({ agreed })} />
      <Paid {...telling} />
      {asksAttendance(reading, told) && (
        <YesNo
          id="full"
          label="这几个月，该上的班都上了吗？"
          yes="都上了"
          no="没都上"
          value={told.isFull}
          onChange={(isFull) => tell({ isFull })}
        />
      )}
      <PaidOn {...telling} />
    </CalculatorPage>
  )
}

const RECENT = 6
const OLDEST = 36

function Months({ told, tell, today }: Telling & { readonly today: Day }) {
  const chosen = monthsIn(told)
  const recent = monthsBack(today, 0, RECENT)
  const shown = [...new Set([...recent, ...chosen])].sort().reverse()
  const older = monthsBack(today, RECENT, OLDEST).filter((month) => !chosen.includes(month))
  const options = (months: readonly string[]) => months.map((month) => ({ value: month, text: sayMonth(month) }))
  return (
    <>
      <Picks
        id="months"
        label="哪几个月的工资没给够？"
        options={options(shown)}
        value={chosen}
        onChange={(months) => tell(withMonths(months))}
      />
      <PickRow
        id="older"
        label="还有更早的？"
        placeholder="加一个月"
        value=""
        options={options(older)}
        onChange={(month) => tell(withMonths([...chosen, month]))}
      />
    </>
  )
}

/** Asked for each month that was chosen. */
function Paid({ told, tell }: Telling) {
  const chosen = monthsIn(told)
  if (chosen.length === 0) return null
  return (
    <>
      {chosen.map((month) => (
        <MoneyField
          key={month}
          id={`paid-${month}`}
          label={`${sayMonth(month)}给了多少？`}
          hint="一分没给就写 0。扣的社保、公积金也算给了"
          value={paidIn(told, month)}
          onChange={(text) => tell(withPaid(told, month, text))}
        />
      ))}
    </>
  )
}

const payOptions = [
  { value: '', text: '没说好' },
  ...Object.entries(payMonths).map(([value, { label }]) => ({ value, text: `${label}发` })),
]

function PaidOn({ told, tell }: Telling) {
  return (
    <>
      <PickRow
        id="pay-in"
        label="工资讲好什么时候发？"
        value={told.payIn}
        options={payOptions}
        onChange={(payIn) => tell({ payIn })}
      />
      {told.payIn !== '' && (
        <Field
          id="pay-date"
          kind="number"
          label="几号发？"
          value={told.payDate}
          onChange={(payDate) => tell({ payDate })}
        />
      )}
    </>
  )
}
