/** What was told to a calculator, kept on this phone as it is told, and read into the facts it takes. */
import { useDidShow } from '@tarojs/taro'
import { useState } from 'react'
import * as v from 'valibot'
import { type Fen, parseYuan } from '../../../domain/kernel/money'
import type { CalculatorName } from '../../../domain/wages/kept'
import { wageCities } from '../../../domain/wages/local-wages'
import type { Answers } from '../../cloud/drafts'
import { draftOf } from '../../cloud/phone-storage'

/** To count for somebody else; what is cleared can be had back until something new is told. */
export type Restart = {
  readonly isCleared: boolean
  readonly canClear: boolean
  readonly clear: () => void
  readonly undo: () => void
}

export const toldDraft = <A extends Answers>(calculator: CalculatorName, empty: A) =>
  draftOf(`wages-${calculator}`, empty)

export const useTold = <A extends Answers>(calculator: CalculatorName, empty: A) => {
  const [draft] = useState(() => toldDraft(calculator, empty))
  const [told, setTold] = useState(draft.read)
  const [cleared, setCleared] = useState<A>()
  useDidShow(() => setTold(draft.read()))
  const tell = (next: Partial<A>): void => {
    setCleared(undefined)
    setTold(draft.keep(next))
  }
  const restart: Restart = {
    isCleared: cleared !== undefined,
    canClear: Object.entries(empty).some(([question, answer]) => told[question] !== answer),
    clear: () => {
      draft.clear()
      setCleared(told)
      setTold(empty)
    },
    undo: () => tell(cleared ?? told),
  }
  return { told, tell, restart }
}

/** The city whose minimum wage counts here. */
export const HERE = wageCities[0]

/** An amount as typed; what cannot be read yet is not known yet. */
export const fenIn = (text: string): Fen | undefined => parseYuan(text)
export const moneyMistake = (text: string): string | undefined =>
  text === '' || parseYuan(text) !== undefined ? undefined : '只写数字，像 6000 或 6000.50'

export const YES = 'yes'
export const NO = 'no'
export const yesNo = (text: string): boolean | undefined => (text === '' ? undefined : text === YES)

/** Leaves out what is not known. */
export const known = (facts: Readonly<Record<string, unknown>>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined && value !== ''))

/** The facts, or the first thing about them that cannot be. */
export const readFacts = <F>(schema: v.GenericSchema<unknown, F>, told: unknown) => {
  const parsed = v.safeParse(schema, told)
  return parsed.success ? { facts: parsed.output } : { mistake: parsed.issues[0].message }
}
