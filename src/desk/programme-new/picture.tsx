/** One picture that whoever claims is asked for: of what, how it is taken, how many. */
import { useState } from 'react'
import * as v from 'valibot'
import { EvidenceAsked } from '../../../domain/claim/programme'
import { newRequestId } from '../../cloud/random'
import { Field, PickRow } from '../../ui'
import type { Mistakes } from './answers'
import { LinePage, leave, useLine } from './line-page'
import { type EvidenceItem, put, without } from './lists'

const nothing: EvidenceItem = { evidenceId: '', label: '', hint: '', atLeast: '1', atMost: '3' }
const counts = (from: number) =>
  Array.from({ length: 10 - from }, (_, at) => String(at + from)).map((value) => ({ value, text: `${value} 张` }))

const mistakesIn = ({ evidenceId, label, hint, atLeast, atMost }: EvidenceItem): Mistakes => {
  const read = v.safeParse(EvidenceAsked, {
    evidenceId: evidenceId || 'new',
    label,
    ...(hint.trim() === '' ? {} : { hint }),
    atLeast: Number(atLeast),
    atMost: Number(atMost),
  })
  return Object.fromEntries((read.issues ?? []).map((issue) => [v.getDotPath(issue) ?? 'atMost', issue.message]))
}

export default function PicturePage() {
  const { at, lists, giveLists } = useLine()
  const { evidence } = lists
  const item = evidence[at] ?? nothing
  const [mistakes, setMistakes] = useState<Mistakes>({})
  const answer = (next: Partial<EvidenceItem>) => {
    const evidenceId = item.evidenceId || newRequestId()
    giveLists({ evidence: put(evidence, at, { ...item, ...next, evidenceId }) })
    setMistakes({})
  }
  const done = () => {
    const found = mistakesIn(item)
    if (Object.keys(found).length === 0) return leave()
    setMistakes(found)
  }
  const asks = (question: 'label' | 'hint' | 'atLeast' | 'atMost') => ({
    id: question,
    value: item[question],
    error: mistakes[question],
    onChange: (value: string) => answer({ [question]: value }),
  })
  return (
    <LinePage
      title="一样照片"
      drop="不要这一样"
      mistakes={mistakes}
      fieldOf={(question) => question}
      onDone={done}
      onDrop={() => giveLists({ evidence: without(evidence, at) })}
    >
      <Field {...asks('label')} label="拍什么" hint="像：劳动合同、工作证" kind="text" />
      <Field {...asks('hint')} label="怎么拍" hint="像：拍有名字和公章的那页。不写也行" kind="text" />
      <PickRow {...asks('atLeast')} label="至少几张" options={counts(0)} />
      <PickRow {...asks('atMost')} label="最多几张" options={counts(1)} />
    </LinePage>
  )
}
