/** One paper that the money and the conditions come from. */
import { useState } from 'react'
import * as v from 'valibot'
import { SourceDocument } from '../../../domain/claim/programme'
import { newRequestId } from '../../cloud/random'
import { Field, LongText, PickRow } from '../../ui'
import type { Mistakes } from './answers'
import { LinePage, leave, useLine } from './line-page'
import { type DocumentItem, put, without } from './lists'

const LONGEST = 1000
/** As they are asked, from top to bottom. */
const order = ['title', 'number', 'issuer', 'issuedOn', 'words'] as const
const nothing: DocumentItem = { documentId: '', title: '', number: '', issuer: '', issuedOn: '', words: '' }

export const mistakesInDocument = ({ documentId, title, number, issuer, issuedOn, words }: DocumentItem): Mistakes => {
  const read = v.safeParse(SourceDocument, {
    documentId,
    title,
    issuer,
    issuedOn,
    ...(number.trim() === '' ? {} : { number }),
    ...(words.trim() === '' ? {} : { words }),
  })
  const said = (read.issues ?? [])
    .reverse()
    .map((issue): [string, string] => [v.getDotPath(issue) ?? '', issue.message])
  const found: Mistakes = { ...Object.fromEntries(said), ...(issuedOn ? {} : { issuedOn: '哪天发的，选一个' }) }
  return Object.fromEntries(
    order.flatMap((question) => (found[question] ? [[question, found[question]] as const] : [])),
  )
}

export default function DocumentPage() {
  const { at, lists, giveLists } = useLine()
  const { documents } = lists
  const item = documents[at] ?? nothing
  const [mistakes, setMistakes] = useState<Mistakes>({})
  const answer = (next: Partial<DocumentItem>) => {
    const documentId = item.documentId || newRequestId()
    giveLists({ documents: put(documents, at, { ...item, ...next, documentId }) })
    setMistakes({})
  }
  const done = () => {
    const found = mistakesInDocument({ ...item, documentId: item.documentId || 'new' })
    if (Object.keys(found).length === 0) return leave()
    setMistakes(found)
  }
  const asks = (question: 'title' | 'number' | 'issuer' | 'issuedOn' | 'words') => ({
    id: question,
    value: item[question],
    error: mistakes[question],
    onChange: (value: string) => answer({ [question]: value }),
  })
  return (
    <LinePage
      title="一份文件"
      drop="不要这一份"
      mistakes={mistakes}
      fieldOf={(question) => question}
      onDone={done}
      onDrop={() => giveLists({ documents: without(documents, at) })}
    >
      <Field {...asks('title')} label="文件名" hint="照着文件抬头写，不用写书名号" kind="text" />
      <Field {...asks('number')} label="文号" hint="像：沪人社规〔2021〕7 号。没有就空着" kind="text" />
      <Field {...asks('issuer')} label="谁发的" kind="text" />
      <PickRow {...asks('issuedOn')} label="哪天发的" kind="day" />
      <LongText {...asks('words')} label="原文" hint="要紧的那几句，照抄，工人能看。不抄就空着" max={LONGEST} />
    </LinePage>
  )
}
