/** Which registrations to see beside their state: how they spend the festival, where they live, what they touch, how old. */
import { useState } from 'react'
import { exposures, residences, stays } from '../../../domain/worker/choices'
import { optionsOf } from '../../pages/worker/parts/fields'
import { Button, Choice, PickRow, Sheet } from '../../ui'
import type { Filter } from './shelf'

const ANY = { value: '', text: '都看' }
const MINOR = 'minor'
const MINORS = [ANY, { value: MINOR, text: '只看 16、17 岁的' }]

const shortOf = (rows: Parameters<typeof optionsOf>[0]) => [
  ANY,
  ...optionsOf(rows).map(({ value, text }) => ({ value, text })),
]

const keyIn = <K extends string>(rows: Readonly<Record<K, unknown>>, value: string): K | undefined => {
  const isKey = (key: string): key is K => Object.hasOwn(rows, key)
  return isKey(value) ? value : undefined
}

/** '筛选', or what is held on to. */
export const filterWords = ({ stay, residence, exposure, isMinor }: Filter): string => {
  const words = [
    stay ? stays[stay].label : '',
    residence ? residences[residence].label : '',
    exposure ? exposures[exposure].label : '',
    isMinor ? '16、17 岁' : '',
  ].filter(Boolean)
  return words.length > 0 ? `筛选：${words.join('、')}` : '筛选'
}

type Answers = { readonly stay: string; readonly residence: string; readonly exposure: string; readonly minor: string }

const answersOf = ({ stay, residence, exposure, isMinor }: Filter): Answers => ({
  stay: stay ?? '',
  residence: residence ?? '',
  exposure: exposure ?? '',
  minor: isMinor ? MINOR : '',
})

/** Only what is held on to: a key without a value would be another question. */
const filterOf = (answers: Answers, { state }: Filter): Filter => {
  const stay = keyIn(stays, answers.stay)
  const residence = keyIn(residences, answers.residence)
  const exposure = keyIn(exposures, answers.exposure)
  return {
    ...(state ? { state } : {}),
    ...(stay ? { stay } : {}),
    ...(residence ? { residence } : {}),
    ...(exposure ? { exposure } : {}),
    ...(answers.minor ? { isMinor: true } : {}),
  }
}

type Props = { readonly filter: Filter; readonly onFilter: (filter: Filter) => void; readonly onClose: () => void }

export function FilterSheet({ filter, onFilter, onClose }: Props) {
  const [answers, setAnswers] = useState(() => answersOf(filter))
  const asks = (question: keyof Answers) => ({
    id: `f-${question}`,
    value: answers[question],
    onChange: (value: string) => setAnswers({ ...answers, [question]: value }),
  })
  return (
    <Sheet
      id="filter-sheet"
      title="只看哪些人"
      onClose={onClose}
      foot={<Button id="f-show" kind="s" label="就看这些" onClick={() => onFilter(filterOf(answers, filter))} />}
    >
      <PickRow {...asks('stay')} label="过年" options={shortOf(stays)} />
      <PickRow {...asks('residence')} label="住哪" options={shortOf(residences)} />
      <PickRow {...asks('exposure')} label="接触冷链、医院、机场" options={shortOf(exposures)} />
      <Choice {...asks('minor')} label="年纪" options={MINORS} />
      <Button
        id="f-clear"
        kind="q"
        label="都看"
        onClick={() => onFilter(filter.state ? { state: filter.state } : {})}
      />
    </Sheet>
  )
}
