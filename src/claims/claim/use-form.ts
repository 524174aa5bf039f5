/** The form on each of its screens: what it asks, what was answered, and the way on. */
import Taro, { useDidShow, useRouter } from '@tarojs/taro'
import { useMemo, useState } from 'react'
import { openPage } from '../../cloud/go'
import { type Asking, askings } from './asking'
import { type ClaimAnswers, urlOf } from './draft'
import { type Form, formName } from './form'
import { claimDraft, keptForm } from './kept'

export const useClaimDraft = () => {
  const { programme = '', claim = '', at = '', mend } = useRouter().params
  const name = formName(programme, claim)
  const draft = useMemo(() => claimDraft(name), [name])
  const [answers, setAnswers] = useState(draft.read)
  useDidShow(() => setAnswers(draft.read()))
  return {
    programmeId: programme,
    claimId: claim,
    at,
    isMending: mend === '1',
    name,
    draft,
    answers,
    keep: (next: Partial<ClaimAnswers>) => setAnswers(draft.keep(next)),
    urlOf: (screen: string, more = '') => urlOf(screen, programme, claim, more),
  }
}

/** As it was read when the form was begun; nothing where a screen in its middle is opened first. */
export const useKeptForm = (name: string): Form | undefined => {
  const [form, setForm] = useState(() => keptForm(name))
  useDidShow(() => setForm(keptForm(name)))
  return form
}

type Filling = ReturnType<typeof useClaimDraft>

/** From one question to the next, and after the last to the check; reached by 改, back to the check. */
export const wayOn = (form: Form, { id }: Asking, { isMending, urlOf: url }: Filling): (() => void) => {
  if (isMending) return () => void Taro.navigateBack()
  const all = askings(form)
  const next = all[all.findIndex((one) => one.id === id) + 1]
  return () => openPage(next ? url('ask', `&at=${next.id}`) : url('check'))
}
