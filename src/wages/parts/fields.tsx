/** The questions every calculator asks: which day, and how much money, whose mistake is said while it is typed. */
import { Field, PickRow } from '../../ui'
import { moneyMistake } from './draft'

type Props = {
  readonly id: string
  readonly label: string
  readonly value: string
  readonly onChange: (value: string) => void
}

export const DayRow = (question: Props) => <PickRow kind="day" placeholder="挑一天" {...question} />

export const MoneyField = ({ hint = '单位：元', ...question }: Props & { readonly hint?: string }) => (
  <Field kind="money" hint={hint} error={moneyMistake(question.value)} {...question} />
)
