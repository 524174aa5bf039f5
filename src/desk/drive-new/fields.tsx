/** The questions about a drive, page by page. */
import { Fragment } from 'react'
import { deliveries } from '../../../domain/wish/drive'
import { kindNames, kinds } from '../../../domain/wish/kinds'
import { residences, stays, trades } from '../../../domain/worker/choices'
import { optionsOf } from '../../pages/worker/parts/fields'
import { Choice, Field, PickRow } from '../../ui'
import type { Answers, Mistakes } from './answers'
import { Sizes } from './sizes'

export type Asks = {
  readonly answers: Answers
  readonly mistakes: Mistakes
  readonly answer: (next: Partial<Answers>) => void
}

const verified = [
  { value: 'yes', text: '核实过的才能许' },
  { value: 'no', text: '没核实也能许' },
]
const eachCounts = [1, 2, 3, 4, 5].map((count) => ({ value: String(count), text: `${count} 个` }))

export function When({ answers, mistakes, answer }: Asks) {
  return (
    <>
      <Field
        id="title"
        label="叫什么"
        hint="工人和点灯的人都看得到"
        kind="text"
        value={answers.title}
        error={mistakes.title}
        onChange={(title) => answer({ title })}
      />
      <PickRow
        id="opensOn"
        label="哪天开始"
        kind="day"
        value={answers.opensOn}
        error={mistakes.opensOn}
        onChange={(opensOn) => answer({ opensOn })}
      />
      <PickRow
        id="endsOn"
        label="哪天结束"
        kind="day"
        opensAt={answers.opensOn}
        value={answers.endsOn}
        error={mistakes.endsOn}
        onChange={(endsOn) => answer({ endsOn })}
      />
      <Choice
        id="isVerified"
        label="登记要核实过吗"
        options={verified}
        value={answers.isVerified ? 'yes' : 'no'}
        onChange={(value) => answer({ isVerified: value === 'yes' })}
      />
    </>
  )
}

export function Who({ answers, mistakes, answer }: Asks) {
  const texts = (rows: Parameters<typeof optionsOf>[0]) => optionsOf(rows).map(({ value, text }) => ({ value, text }))
  return (
    <>
      <Choice
        id="stay"
        many
        label="过年在哪的能许"
        hint="一样都不选，就不看这一条"
        options={texts(stays)}
        value={answers.stay}
        error={mistakes.stay}
        onChange={(stay) => answer({ stay })}
      />
      <Choice
        id="residence"
        many
        label="住哪的能许"
        options={texts(residences)}
        value={answers.residence}
        error={mistakes.residence}
        onChange={(residence) => answer({ residence })}
      />
      <Choice
        id="trade"
        many
        label="干什么活的能许"
        options={texts(trades)}
        value={answers.trade}
        error={mistakes.trade}
        onChange={(trade) => answer({ trade })}
      />
    </>
  )
}

export function What({ answers, mistakes, answer }: Asks) {
  return (
    <>
      <Choice
        id="kinds"
        many
        label="能许什么"
        hint="只送东西，不送钱"
        options={optionsOf(kinds)}
        value={answers.kinds}
        error={mistakes.kinds}
        onChange={(chosen) => answer({ kinds: chosen })}
      />
      {kindNames
        .filter((kind) => answers.kinds.includes(kind))
        .map((kind) => (
          <Fragment key={kind}>
            <Field
              id={kind}
              label={`${kinds[kind].label}，一份最多几元`}
              kind="number"
              value={answers.caps[kind] ?? ''}
              error={mistakes[kind]}
              onChange={(cap) => answer({ caps: { ...answers.caps, [kind]: cap } })}
            />
            <Sizes
              kind={kind}
              value={answers.sizes[kind]}
              onChange={(sizes) => answer({ sizes: { ...answers.sizes, [kind]: sizes } })}
            />
          </Fragment>
        ))}
      <PickRow
        id="wishesEach"
        label="每人几个心愿"
        options={eachCounts}
        value={answers.wishesEach}
        error={mistakes.wishesEach}
        onChange={(wishesEach) => answer({ wishesEach })}
      />
      <Field
        id="quota"
        label="一共几个心愿"
        kind="number"
        value={answers.quota}
        error={mistakes.quota}
        onChange={(quota) => answer({ quota })}
      />
    </>
  )
}

export function How({ answers, mistakes, answer }: Asks) {
  return (
    <>
      <Choice
        id="delivery"
        label="怎么到工人手上"
        options={optionsOf(deliveries)}
        value={answers.delivery}
        error={mistakes.delivery}
        onChange={(delivery) => answer({ delivery })}
      />
      <Field
        id="budget"
        label="工会自己出多少元"
        hint="没人点亮的，到日子用它来买；没有就空着"
        kind="number"
        value={answers.budget}
        error={mistakes.budget}
        onChange={(budget) => answer({ budget })}
      />
    </>
  )
}
