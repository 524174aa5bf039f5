/** 被辞了: what the law gives for the way the work ended. */
import { type EndingName, endingRow, endings } from '../../../domain/wages/endings'
import { SeveranceFacts } from '../../../domain/wages/schema'
import { severance } from '../../../domain/wages/severance'
import { Notice, PickRow } from '../../ui'
import type { Reading } from '../parts/answered'
import { CalculatorPage } from '../parts/calculator-page'
import { fenIn, HERE, known, NO, readFacts, useTold, yesNo } from '../parts/draft'
import { DayRow, MoneyField } from '../parts/fields'
import { YesNo } from '../parts/yes-no'

const blank = { ending: '', startedOn: '', endedOn: '', average: '', isNoticed: '', lastMonth: '' }
type Told = typeof blank

const readingOf = ({ ending, startedOn, endedOn, average, isNoticed, lastMonth }: Told): Reading => {
  const facts = known({
    ending,
    startedOn,
    endedOn,
    averageFen: fenIn(average),
    isNoticed: yesNo(isNoticed),
    lastMonthFen: fenIn(lastMonth),
    city: HERE,
  })
  const read = readFacts(SeveranceFacts, facts)
  return read.facts ? { answer: severance(read.facts) } : { mistake: read.mistake }
}

const isEnding = (name: string): name is EndingName => Object.hasOwn(endings, name)
const options = Object.entries(endings).map(([value, { label }]) => ({ value, text: label }))

type Telling = { readonly told: Told; readonly tell: (next: Partial<Told>) => void }

export default function LeftPage() {
  const telling = useTold('severance', blank)
  const { told, tell, restart } = telling
  const row = isEnding(told.ending) ? endingRow(told.ending) : undefined
  return (
    <CalculatorPage title="走人的补偿" calculator="severance" reading={readingOf(told)} restart={restart}>
      <PickRow
        id="ending"
        label="怎么走的？"
        value={told.ending}
        options={options}
        onChange={(ending) => tell({ ending })}
      />
      {row?.hint && <Notice id="ending-hint" kind="info" text={row.hint} />}
      {row?.gives !== 'nothing' && <Worked {...telling} />}
      {row?.isNoticeDue && <Noticed {...telling} />}
    </CalculatorPage>
  )
}

function Worked({ told, tell }: Telling) {
  return (
    <>
      <DayRow
        id="started"
        label="哪天开始上班的？"
        value={told.startedOn}
        onChange={(startedOn) => tell({ startedOn })}
      />
      <DayRow id="ended" label="最后一天是哪天？" value={told.endedOn} onChange={(endedOn) => tell({ endedOn })} />
      <MoneyField
        id="average"
        label="走之前 12 个月，平均一个月多少钱？"
        hint="奖金、津贴、补贴都算上。不满 12 个月的，按干了的月数。单位：元"
        value={told.average}
        onChange={(average) => tell({ average })}
      />
    </>
  )
}

function Noticed({ told, tell }: Telling) {
  return (
    <>
      <YesNo
        id="noticed"
        label="公司提前 30 天书面通知您了吗？"
        yes="通知了"
        no="没有"
        value={told.isNoticed}
        onChange={(isNoticed) => tell({ isNoticed })}
      />
      {told.isNoticed === NO && (
        <MoneyField
          id="last-month"
          label="走之前那个月的工资是多少？"
          value={told.lastMonth}
          onChange={(lastMonth) => tell({ lastMonth })}
        />
      )}
    </>
  )
}
