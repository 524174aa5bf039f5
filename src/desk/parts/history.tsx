/** What was done to a registration or a site, newest first. */
import type { InferOutput } from 'valibot'
import { sayInstant } from '../../../domain/kernel/time'
import type { TimelineRow } from '../../../domain/worker/views'
import { Card, Timeline } from '../../ui'

type Props = { readonly timeline: InferOutput<typeof TimelineRow>[] }

export function History({ timeline }: Props) {
  const now = new Date()
  return (
    <Card title="办过的事">
      <Timeline
        events={timeline.map(({ text, at, by, note }) => ({
          text: note ? `${text}：${note}` : text,
          at: sayInstant(at, now),
          by,
        }))}
      />
    </Card>
  )
}
