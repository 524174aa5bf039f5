/** The answers as rows to look over before they go, each with the screen that mends it, and how it will hang. */
import type { AppError } from '../../../domain/kernel/errors'
import { isKind, kinds } from '../../../domain/wish/kinds'
import { goTo } from '../../cloud/go'
import { Card, ErrorSummary, Row } from '../../ui'
import { type Mistakes, refusedIn, useWishDraft, type WishAnswers } from './draft'
import { Preview } from './preview'

type Props = { readonly answers: WishAnswers; readonly missing: Mistakes; readonly error: AppError | undefined }

export function WishRows({ answers, missing, error }: Props) {
  const { mendUrl } = useWishDraft()
  const { kind, detail, story } = answers
  if (!isKind(kind)) return null
  const mistakes: Mistakes = { ...refusedIn(error), ...missing }
  const rows = [
    { id: 'kind', title: '想要什么', value: kinds[kind].label, screen: 'index', mistake: mistakes.kind },
    { id: 'detail', title: kinds[kind].asks, value: detail || '还没选', screen: 'size', mistake: mistakes.detail },
    { id: 'story', title: '说两句', value: story || '还没写', screen: 'say', mistake: mistakes.story },
  ]
  const items = rows.flatMap(({ id, mistake }) => (mistake ? [{ text: mistake, fieldId: id }] : []))
  return (
    <>
      {items.length > 0 && <ErrorSummary items={items} />}
      <Card>
        {rows.map(({ id, title, value, screen, mistake }) => (
          <Row key={id} id={id} title={title} value={value} error={mistake} go="改" onClick={goTo(mendUrl(screen))} />
        ))}
      </Card>
      <Preview kind={kind} detail={detail} story={story} />
    </>
  )
}
