/** What was done to this registration, newest first. */
import { sayInstant } from '../../../domain/kernel/time'
import type { workers } from '../../cloud/apis'
import { Card, Timeline } from '../../ui'

type Shown = Awaited<ReturnType<typeof workers.get>>

export function History({ shown: { timeline } }: { shown: Pick<Shown, 'timeline'> }) {
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
