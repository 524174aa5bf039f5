/** 没签书面合同: the second of two wages, for each month without a contract. */
import { onOf } from '../../../domain/kernel/time'
import { doublePay } from '../../../domain/wages/double-pay'
import { DoublePayFacts, STILL } from '../../../domain/wages/schema'
import { Choice } from '../../ui'
import type { Reading } from '../parts/answered'
import { CalculatorPage } from '../parts/calculator-page'
import { fenIn, known, readFacts, useTold, YES, yesNo } from '../parts/draft'
import { DayRow, MoneyField } from '../parts/fields'
import { YesNo } from '../parts/yes-no'

const blank = { startedOn: '', isSigned: '', signedOn: '', isThere: '', endedOn: '', month: '' }

const readingOf = (told: typeof blank, today: Date): Reading => {
  const { startedOn, isSigned, signedOn, isThere, endedOn, month } = told
  const facts = known({
    startedOn,
    isSigned: yesNo(isSigned),
    signedOn: isSigned === YES ? signedOn : undefined,
    endedOn: isThere === STILL ? STILL : isThere && endedOn,
    monthFen: fenIn(month),
  })
  const read = readFacts(DoublePayFacts, facts)
  return read.facts ? { answer: doublePay(read.facts, onOf(today)) } : { mistake: read.mistake }
}

export default function ContractPage() {
  const { told, tell, restart } = useTold('doublePay', blank)
  return (
    <CalculatorPage title="没签合同" calculator="doublePay" reading={readingOf(told, new Date())} restart={restart}>
      <DayRow
        id="started"
        label="哪天开始上班的？"
        value={told.startedOn}
        onChange={(startedOn) => tell({ startedOn })}
      />
      <YesNo
        id="signed"
        label="书面合同签了没有？"
        hint="纸上写着、您签过字的。口头说的不算"
        yes="签了"
        no="没签"
        value={told.isSigned}
        onChange={(isSigned) => tell({ isSigned })}
      />
      {told.isSigned === YES && (
        <DayRow id="signed-on" label="哪天签的？" value={told.signedOn} onChange={(signedOn) => tell({ signedOn })} />
      )}
      <Choice
        id="there"
        label="还在这家干吗？"
        options={[
          { value: STILL, text: '还在干' },
          { value: 'left', text: '不干了' },
        ]}
        value={told.isThere}
        onChange={(isThere) => tell({ isThere })}
      />
      {told.isThere === 'left' && (
        <DayRow id="ended" label="最后一天是哪天？" value={told.endedOn} onChange={(endedOn) => tell({ endedOn })} />
      )}
      <MoneyField id="month" label="一个月讲好多少钱？" value={told.month} onChange={(month) => tell({ month })} />
    </CalculatorPage>
  )
}
