/** What somebody said against a name or a line, and what came of it. */
import type { ObjectionLine } from '../../../domain/claim/views'
import { Card, Row, StatusTag } from '../../ui'

/** As long as the contract's `ObjectionWords`. */
export const WORDS_SIGNS = 200

export function Objections({ mine }: { readonly mine: readonly ObjectionLine[] }) {
  if (mine.length === 0) return null
  return (
    <Card id="objections" title="您提过的">
      {mine.map(({ id, title, tone, stateLabel, next, because }) => (
        <Row
          key={id}
          title={title ?? next}
          note={[title && next, because && `原因：${because}`].filter(Boolean).join('。')}
          value={<StatusTag state={tone} text={stateLabel} />}
        />
      ))}
    </Card>
  )
}
