/** What happened to the registration, newest first; what happens next stands on the card above. */
import { sayInstant } from '../../../../domain/kernel/time'
import type { WorkerCard } from '../../../../domain/worker/views'
import { Card, Timeline } from '../../../ui'

const sentence = ({ text, note }: WorkerCard['timeline'][number]): string => (note ? `${text}：${note}` : text)

export function CardHistory({ card, now }: { card: WorkerCard; now: Date }) {
  const events = card.timeline.map((row) => ({ text: sentence(row), at: sayInstant(row.at, now), by: row.by }))
  return (
    <Card id="history" title="办到哪了">
      <Timeline events={events} />
    </Card>
  )
}
