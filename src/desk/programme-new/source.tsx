/** Where something is written: one of the programme's own papers, and the article in it. */
import { Field, Notice, PickRow } from '../../ui'
import type { Mistakes } from './answers'
import type { DocumentItem } from './lists'

type Props = {
  /** Before the names of its two questions. */
  readonly id: string
  readonly documents: readonly DocumentItem[]
  readonly documentId: string
  readonly article: string
  readonly mistakes: Mistakes
  readonly onDocument: (documentId: string) => void
  readonly onArticle: (article: string) => void
  /** Where a paper is written first. */
  readonly onWrite: () => void
}

export function SourceFields(props: Props) {
  const { id, documents, documentId, article, mistakes, onDocument, onArticle, onWrite } = props
  if (documents.length === 0)
    return (
      <Notice
        id={`${id}-none`}
        kind="wait"
        text="还没有文件。没写出处，不能开始领。"
        action={{ label: '写一份文件', onClick: onWrite }}
      />
    )
  return (
    <>
      <PickRow
        id={`${id}-document`}
        label="出自哪份文件"
        options={documents.map((row) => ({ value: row.documentId, text: row.title || '还没写名字的文件' }))}
        value={documentId}
        error={mistakes.document}
        onChange={onDocument}
      />
      <Field
        id={`${id}-article`}
        label="第几条"
        hint="像：第二条"
        kind="text"
        value={article}
        error={mistakes.article}
        onChange={onArticle}
      />
    </>
  )
}
