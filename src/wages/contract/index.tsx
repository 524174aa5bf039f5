/** 没签书面合同: the second of two wages, for each month without a contract. */
import { onOf } from '../../../domain/kernel/time'
import { doublePay } from '../../../domain/wages/double-pay'
import { DoublePayFacts, STILL } from '../../../domain/wages/schema'
import { Choice, Field, PickRow } from '../../ui'
import type { Reading } from '../parts/answered'
import { CalculatorPage } from '../parts/calculator-page'
import { fenIn, known, moneyMistake, readFacts, useTold, YES, yesNo } from '../parts/draft'
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
      <PickRow
        id="started"
        kind="day"
        label="哪天开始上班的？"
        placeholder="挑一天"
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
        <PickRow
          id="signed-on"
          kind="day"
          label="哪天签的？"
          placeholder="挑一天"
          value={told.signedOn}
          onChange={(signedOn) => tell({ signedOn })}
        />
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
        <PickRow
          id="ended"
          kind="day"
          label="最后一天是哪天？"
          placeholder="挑一天"
          value={told.endedOn}
          onChange={(endedOn) => tell({ endedOn })}
        />
      )}
      <Field
        id="month"
        kind="money"
        label="一个月讲好多少钱？"
        hint="单位：元"
        value={told.month}
        error={moneyMistake(told.month)}
        onChange={(month) => tell({ month })}
      />
    </CalculatorPage>
  )
}
