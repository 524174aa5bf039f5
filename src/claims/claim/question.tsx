/** One question of the form, with what is wrong with its answer once the way on was tried. */
import { View } from '@tarojs/components'
import { useState } from 'react'
import { BottomBar, Button, Choice, Field, Steps } from '../../ui'
import { FactField } from '../parts/fact-field'
import { type Asking, askings } from './asking'
import { CardFields } from './card-fields'
import { type ClaimAnswers, picturesOf, saidTo, saying, showing } from './draft'
import { EvidenceField } from './evidence'
import type { Form } from './form'
import { cardMistakes, mistakeOf } from './reading'
import { useClaimDraft, wayOn } from './use-form'
import './question.css'

export const titleOf = (asking: Asking): string => titles[asking.kind]

const titles = {
  period: '领哪个月',
  fact: '问您一句',
  quantity: '一共多少',
  card: '打到哪张卡',
  evidence: '拍照片',
} as const satisfies Record<Asking['kind'], string>

type Props = { readonly form: Form; readonly asking: Asking }

export function QuestionBody({ form, asking }: Props) {
  const filling = useClaimDraft()
  const { answers, keep, claimId, isMending, draft } = filling
  const [isAsked, setAsked] = useState(false)
  const all = askings(form)
  const { id, title } = form.programme
  const give = (next: Partial<ClaimAnswers>) => keep({ programmeId: id, claimId, title, ...next })
  const goOn = wayOn(form, asking, filling)
  const next = () => {
    const isWrong = mistakeOf(asking, draft.read()) !== undefined
    setAsked(isWrong)
    if (!isWrong) goOn()
  }
  return (
    <>
      <View className="claim-of">{title}</View>
      {!isMending && <Steps now={all.findIndex((one) => one.id === asking.id) + 1} of={all.length} />}
      <Answering asking={asking} answers={answers} isAsked={isAsked} give={give} />
      <BottomBar note="填一步存一步，关了也不丢">
        <Button id="next" kind="p" label={isMending ? '改好了' : '下一步'} onClick={next} />
      </BottomBar>
    </>
  )
}

type AnsweringProps = {
  readonly asking: Asking
  readonly answers: ClaimAnswers
  readonly isAsked: boolean
  readonly give: (next: Partial<ClaimAnswers>) => void
}

function Answering({ asking, answers, isAsked, give }: AnsweringProps) {
  const error = isAsked ? mistakeOf(asking, answers) : undefined
  const said = (words: string) => give(saying(answers, asking.id, words))
  if (asking.kind === 'period')
    return (
      <Choice
        id="period"
        label="领哪个月的"
        hint="一个月一份，领了这个再领那个"
        options={asking.periods.map(({ period, label }) => ({ value: period, text: label }))}
        value={answers.period}
        error={error}
        onChange={(period) => give({ period })}
      />
    )
  if (asking.kind === 'fact')
    return <FactField question={asking.question} value={saidTo(answers, asking.id)} error={error} onChange={said} />
  if (asking.kind === 'quantity')
    return (
      <Field
        id="quantity"
        label={asking.label}
        hint={asking.isMoney ? '单位：元，照票据上的写' : '写数字'}
        kind={asking.isMoney ? 'money' : 'number'}
        value={saidTo(answers, 'quantity')}
        error={error}
        onChange={said}
      />
    )
  if (asking.kind === 'card')
    return <CardFields card={answers} mistakes={isAsked ? cardMistakes(answers) : {}} onChange={give} />
  return (
    <EvidenceField
      asking={asking}
      pictures={picturesOf(answers, asking.id)}
      error={error}
      onChange={(pictures) => give(showing(answers, asking.id, pictures))}
    />
  )
}
