/** The company's account the money goes to; the bank holds it against the name. */
import { Card, Field, Notice } from '../../ui'
import type { Answers, Mistakes } from './form'

type Props = {
  readonly answers: Answers
  readonly mistakes: Mistakes
  /** The account as it was handed in before. */
  readonly masked: string | undefined
  readonly answer: (next: Partial<Answers>) => void
}

export function AccountFields({ answers, mistakes, masked, answer }: Props) {
  const asks = (question: 'name' | 'account' | 'bank') => ({
    id: question,
    value: answers[question],
    error: mistakes[question],
    onChange: (value: string) => answer({ [question]: value }),
  })
  return (
    <>
      {masked && <Card id="masked">{`上次写的账号是 ${masked}，再写一遍全的。`}</Card>}
      <Field {...asks('name')} label="户名" hint="和营业执照上的一个字不差" kind="text" />
      <Field {...asks('account')} label="单位账号" hint="8 到 30 位数字，对公账户" kind="number" />
      <Field {...asks('bank')} label="开户行" hint="写到支行，像：工商银行静安支行" kind="text" />
      <Notice kind="info" text="账号只有出纳和银行看得到全号，别人只看到后四位" />
    </>
  )
}
