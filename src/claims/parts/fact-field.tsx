/** A question about somebody that only they can answer, drawn by the kind of its answer; 不清楚 is an answer where it is true. */
import type { Question } from '../../../domain/claim/views'
import { Choice, Field, PickRow } from '../../ui'
import { optionsOf, UNSURE } from '../claim/reading'

type Props = {
  readonly question: Question
  readonly value: string
  readonly error: string | undefined
  /** It was answered before: it is said otherwise, and not taken back. */
  readonly isSure?: boolean
  readonly onChange: (value: string) => void
}

const unsure = { value: UNSURE, text: '不清楚', hint: '先交上去，审核员来看' }

const keyboards = { number: 'number', fen: 'money', text: 'text' } as const
const inYuan = (hint: string | undefined): string => [hint, '单位：元'].filter(Boolean).join('。')

export function FactField({ question: asked, value, error, isSure = false, onChange }: Props) {
  const { fact, question, hint, kind } = asked
  const shared = { id: `fact-${fact}`, label: question, error, onChange }
  if (kind === 'yesNo' || kind === 'choice')
    return (
      <Choice
        {...shared}
        {...(hint ? { hint } : {})}
        options={isSure ? optionsOf(asked) : [...optionsOf(asked), unsure]}
        value={value}
      />
    )
  if (kind === 'day') return <PickRow {...shared} kind="day" placeholder={hint ?? '挑一天'} value={value} />
  return <Field {...shared} hint={kind === 'fen' ? inYuan(hint) : hint} kind={keyboards[kind]} value={value} />
}
