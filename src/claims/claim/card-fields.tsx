/** The card the money goes to: only one's own, and who may see its number stands beside it. */
import { useState } from 'react'
import { Field, Notice, PickRow } from '../../ui'
import { banks, isListed } from './banks'

type Card = { readonly account: string; readonly bank: string }
type Props = {
  readonly card: Card
  readonly mistakes: Partial<Card>
  readonly onChange: (next: Partial<Card>) => void
}

const OTHER = 'other'
const options = [...banks.map((bank) => ({ value: bank, text: bank })), { value: OTHER, text: '别的银行，自己写' }]

export function CardFields({ card: { account, bank }, mistakes, onChange }: Props) {
  const [isOther, setOther] = useState(bank !== '' && !isListed(bank))
  const pick = (next: string) => {
    setOther(next === OTHER)
    onChange({ bank: next === OTHER ? '' : next })
  }
  return (
    <>
      <Field
        id="account"
        label="卡号"
        hint="卡正面那一长串，16 到 19 位。只能是您本人的卡"
        kind="number"
        value={account}
        error={mistakes.account}
        onChange={(next) => onChange({ account: next })}
      />
      <PickRow
        id="bank"
        label="哪家银行"
        options={options}
        value={isOther ? OTHER : bank}
        error={isOther ? undefined : mistakes.bank}
        onChange={pick}
      />
      {isOther && (
        <Field
          id="bank-name"
          label="银行叫什么"
          hint="卡上印着"
          kind="text"
          value={bank}
          error={mistakes.bank}
          onChange={(next) => onChange({ bank: next })}
        />
      )}
      <Notice kind="info" text="卡号是隐私，填了就是同意用它给您打钱。出纳和银行看得到全号，别人只看到后四位" />
    </>
  )
}
