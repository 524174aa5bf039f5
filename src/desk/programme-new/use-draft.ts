/** The draft of a programme on this phone, shared by the form and the pages on which one line of a list is written. */
import { useDidShow } from '@tarojs/taro'
import { useMemo, useState } from 'react'
import { openPage } from '../../cloud/go'
import type { Answers } from './answers'
import { programmeDraft } from './draft'
import { keptLists, type Lists, listsOf } from './lists'

export type InHand = ReturnType<typeof useProgrammeDraft>

export const useProgrammeDraft = (name: string) => {
  const draft = useMemo(() => programmeDraft(name), [name])
  const [answers, setAnswers] = useState(draft.read)
  useDidShow(() => setAnswers(draft.read()))
  const give = (next: Partial<Answers>) => setAnswers(draft.keep({ ...next, isTouched: 'yes' }))
  return {
    draft,
    answers,
    lists: listsOf(answers),
    give,
    giveLists: (next: Partial<Lists>) => give(keptLists(next)),
  }
}

/** Written on a page of its own: a paper, a condition, a picture. */
export type Line = 'document' | 'rule' | 'picture'

export const openLine = (line: Line, draft: string, at: number, or = 0): void =>
  openPage(`/desk/programme-new/${line}?draft=${encodeURIComponent(draft)}&at=${at}&or=${or}`)
