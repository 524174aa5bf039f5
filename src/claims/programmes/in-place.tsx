/** A question answered where it stands: three buttons for a yes or a no, a field for the rest; the programmes are judged anew at once. */
import { View } from '@tarojs/components'
import { useState } from 'react'
import type { Question } from '../../../domain/claim/views'
import { useDeed } from '../../cloud/deed'
import { troubleOf } from '../../cloud/trouble'
import { Button, Icon, Notice } from '../../ui'
import { factMistake, optionsOf, saidValue, UNSURE } from '../claim/reading'
import { claims } from '../parts/api'
import { FactField } from '../parts/fact-field'
import { keepSaid } from './said'
import './in-place.css'

export type Judged = Awaited<ReturnType<typeof claims.answer>>

type Props = { readonly question: Question; readonly onAnswered: (judged: Judged) => void }

/** What somebody said of themselves: sent, and kept in the phone so that it can be said otherwise. */
export const useAnswering = (onAnswered: (judged: Judged) => void) => {
  const deed = useDeed()
  const answer = async (question: Question, words: string): Promise<boolean> => {
    const value = saidValue(question, words)
    if (value === undefined) return false
    return deed.run(
      async (requestId) => {
        const judged = await claims.answer({ requestId, answers: { [question.fact]: value } })
        keepSaid(question.fact, words)
        onAnswered(judged)
      },
      [question.fact, words],
    )
  }
  return { deed, answer }
}

export function InPlace({ question, onAnswered }: Props) {
  const isShort = question.kind === 'yesNo'
  return isShort ? (
    <ThreeWays question={question} onAnswered={onAnswered} />
  ) : (
    <Written question={question} onAnswered={onAnswered} />
  )
}

function ThreeWays({ question, onAnswered }: Props) {
  const { deed, answer } = useAnswering(onAnswered)
  const [said, setSaid] = useState('')
  const give = (words: string) => {
    setSaid(words)
    void answer(question, words)
  }
  const options = [...optionsOf(question), { value: UNSURE, text: '不清楚' }]
  return (
    <View className="claim-ask">
      <View className="claim-ask__line">
        <Icon name="q" tone="gold" size={22} isDisc />
        <View className="claim-ask__words">
          <View>{question.question}</View>
          {question.hint && <View className="claim-ask__hint">{question.hint}</View>}
        </View>
      </View>
      <View className="claim-ask__ways">
        {options.map(({ value, text }) => (
          <View key={value} className="claim-ask__way">
            <Button
              id={`answer-${question.fact}-${value}`}
              kind="q"
              label={text}
              busy={deed.isBusy && said === value}
              onClick={() => (deed.isBusy ? undefined : give(value))}
            />
          </View>
        ))}
      </View>
      {said === UNSURE && <Unsure />}
      {deed.error && <Notice kind="wait" {...troubleOf(deed.error, () => give(said))} />}
    </View>
  )
}

function Unsure() {
  return <View className="claim-ask__hint">没事，问清楚了再来点。也能先交上去，审核员来看。</View>
}

function Written({ question, onAnswered }: Props) {
  const { deed, answer } = useAnswering(onAnswered)
  const [words, setWords] = useState('')
  const [mistake, setMistake] = useState<string>()
  const give = () => {
    const wrong = words === '' ? '还没答' : factMistake(question, words)
    setMistake(wrong)
    if (!wrong) void answer(question, words)
  }
  const write = (next: string) => {
    setWords(next)
    setMistake(undefined)
  }
  return (
    <View className="claim-ask">
      <FactField question={question} value={words} error={mistake} onChange={write} />
      {words === UNSURE ? (
        <Unsure />
      ) : (
        <Button id={`answer-${question.fact}`} kind="q" label="答好了" busy={deed.isBusy} onClick={give} />
      )}
      {deed.error && <Notice kind="wait" {...troubleOf(deed.error, give)} />}
    </View>
  )
}
