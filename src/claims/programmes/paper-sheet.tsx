/** 看规定原文: each paper a programme rests on, with its number, who issued it and when, its words, and what of the programme is written there. */
import { View } from '@tarojs/components'
import { useState } from 'react'
import type { ProgrammeCard } from '../../../domain/claim/views'
import { sayDay, toDay } from '../../../domain/kernel/time'
import { Row, Sheet } from '../../ui'
import './paper-sheet.css'

type Props = { readonly programme: ProgrammeCard; readonly onClose: () => void }
type Paper = ProgrammeCard['documents'][number]

/** What is taken from a paper: 给多少 and each rule, with the article it stands in. */
const takenFrom = ({ amountSource, amountWords, rules }: ProgrammeCard, documentId: string): string[] => [
  ...(amountSource.documentId === documentId ? [`${amountSource.article}：发 ${amountWords}`] : []),
  ...rules.flatMap(({ source, text }) => (source?.documentId === documentId ? [`${source.article}：${text}`] : [])),
]

/** One at a time: the words of a paper are long. */
export function PaperSheet({ programme, onClose }: Props) {
  const { documents } = programme
  const [open, setOpen] = useState(documents[0]?.documentId)
  return (
    <Sheet id="paper" title="规定原文" onClose={onClose}>
      {documents.map((paper) =>
        paper.documentId === open ? (
          <PaperWhole key={paper.documentId} paper={paper} taken={takenFrom(programme, paper.documentId)} />
        ) : (
          <Row
            key={paper.documentId}
            id={`paper-${paper.documentId}`}
            icon="doc"
            title={`《${paper.title}》`}
            onClick={() => setOpen(paper.documentId)}
          />
        ),
      )}
    </Sheet>
  )
}

function PaperWhole({ paper, taken }: { readonly paper: Paper; readonly taken: readonly string[] }) {
  const { title, number, issuer, issuedOn, words } = paper
  const head = [issuer, number, sayDay(toDay(issuedOn), new Date())].filter(Boolean).join(' · ')
  return (
    <View className="claim-paper">
      <View className="claim-paper__title">{`《${title}》`}</View>
      <View className="claim-paper__head">{head}</View>
      {words && <View className="claim-paper__words">{words}</View>}
      {taken.map((line) => (
        <View key={line} className="claim-paper__line">
          {line}
        </View>
      ))}
    </View>
  )
}
