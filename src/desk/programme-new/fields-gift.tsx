/** What is given, how, and who pays for it. */
import { benefitNames, benefits, claimants, gifts } from '../../../domain/claim/benefits'
import { Choice, Field } from '../../ui'
import type { Answers, Mistakes } from './answers'

export type Asks = {
  /** The draft's own name, for the pages on which lines are written. */
  readonly name: string
  readonly answers: Answers
  readonly mistakes: Mistakes
  readonly give: (next: Partial<Answers>) => void
}

const kinds = benefitNames.map((value) => {
  const { label, claimant } = benefits[value]
  return { value, text: label, ...(claimants[claimant].hasRoster ? { hint: '单位传名册，一次领好多人的' } : {}) }
})

/** A name nobody wrote themselves goes along with what is chosen. */
const isOwnTitle = (title: string): boolean => title !== '' && kinds.every(({ text }) => text !== title)

export function What({ answers, mistakes, give }: Asks) {
  const choose = (benefit: string) => {
    const label = kinds.find(({ value }) => value === benefit)?.text ?? ''
    give({ benefit, ...(isOwnTitle(answers.title) ? {} : { title: label }) })
  }
  return (
    <>
      <Choice
        id="benefit"
        label="发哪一样"
        options={kinds}
        value={answers.benefit}
        error={mistakes.benefit}
        onChange={choose}
      />
      <Field
        id="title"
        label="名称"
        hint="工人看得到，30 个字以内"
        kind="text"
        value={answers.title}
        error={mistakes.title}
        onChange={(title) => give({ title })}
      />
    </>
  )
}

const ways = [
  { value: 'cash', text: gifts.cash.label, hint: '打到本人的卡上' },
  { value: 'voucher', text: gifts.voucher.label, hint: '发到手上，按券的钱数算预算' },
  { value: 'inKind', text: gifts.inKind.label, hint: '发到手上，按东西的钱数算预算' },
]
const isHandedOut = (gives: string): boolean => ['voucher', 'inKind'].includes(gives)

export function Gives({ answers, mistakes, give }: Asks) {
  return (
    <>
      <Choice
        id="gives"
        label="怎么给"
        options={ways}
        value={answers.gives}
        error={mistakes.gives}
        onChange={(gives) => give({ gives })}
      />
      {isHandedOut(answers.gives) && (
        <Field
          id="what"
          label="给什么"
          hint="像：30 元流量券、一箱扶贫苹果"
          kind="text"
          value={answers.what}
          error={mistakes.what}
          onChange={(what) => give({ what })}
        />
      )}
      <Field
        id="payer"
        label="谁出钱"
        hint="写单位名，工人看得到"
        kind="text"
        value={answers.payer}
        error={mistakes.payer}
        onChange={(payer) => give({ payer })}
      />
    </>
  )
}
