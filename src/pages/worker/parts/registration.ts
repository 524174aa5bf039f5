/** One registration being filled in on this phone, shared by its short screens. */
import Taro, { useDidShow, useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { onOf } from '../../../../domain/kernel/time'
import { openPage } from '../../../cloud/go'
import { outbox } from '../../../cloud/letters'
import { draftOf } from '../../../cloud/phone-storage'
import { blank, type FormAnswers, type Mistakes, mistakesIn, only, type Question } from './form'

export const REGISTER_DRAFT = 'register'
export const registerDraft = draftOf(REGISTER_DRAFT, blank)

export const today = () => onOf(new Date())

/** What the cloud refused last time, each at its question, until it is sent anew. */
const refusedMistakes = (): Mistakes =>
  mistakesIn(
    Object.fromEntries(
      outbox.letters('worker', 'register').flatMap(({ error }) => Object.entries(error?.detail.fields ?? {})),
    ),
  )

export const useAnswers = () => {
  const [answers, setAnswers] = useState(registerDraft.read)
  useDidShow(() => setAnswers(registerDraft.read()))
  const give = (next: Partial<FormAnswers>) => setAnswers(registerDraft.keep(next))
  return { answers, give }
}

/** A screen that asks `questions`: checked on 下一步 only, and a mistake leaves as its answer changes. */
export const useQuestions = (questions: readonly Question[], check: (answers: FormAnswers) => Mistakes) => {
  const { answers, give } = useAnswers()
  const [mistakes, setMistakes] = useState<Mistakes>(() => only(refusedMistakes(), questions))
  const answer = (next: Partial<FormAnswers>) => {
    give(next)
    setMistakes((before) => ({ ...before, ...Object.fromEntries(Object.keys(next).map((key) => [key, undefined])) }))
  }
  const isRight = (): boolean => {
    const found = only(check(registerDraft.read()), questions)
    setMistakes(found)
    return Object.keys(found).length === 0
  }
  return { answers, mistakes, answer, isRight }
}

/** Reached from the check page by 改, a screen goes back there instead of on. */
export const useGoOn = (next: string) => {
  const { params } = useRouter()
  const isMending = params.mend === '1'
  const goOn = () => (isMending ? void Taro.navigateBack() : openPage(next))
  return { label: isMending ? '改好了' : '下一步', goOn }
}
