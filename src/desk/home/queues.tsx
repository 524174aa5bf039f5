/** What waits, in three figures and a row for each queue. */
import { Card, Empty, Row } from '../../ui'
import { Figures } from '../parts/figures'
import { open } from '../parts/routes'
import { countsOf, type Queue, queueWords, sayCount } from './counts'

type Props = { readonly queues: readonly Queue[]; readonly now: Date }

const goQueue =
  ({ place: { scope, name }, state }: Queue) =>
  () =>
    open('roster', { level: scope.level, id: scope.id, name, state })

export function Queues({ queues, now }: Props) {
  if (queues.length === 0) return <Empty id="all-done" title="都办完了。" text="有新的登记，会在这里。" />
  const { waiting, late, today, hasMore } = countsOf(queues, now)
  return (
    <>
      {waiting > 0 && (
        <Figures
          figures={[
            { label: '要办的', count: sayCount(waiting, hasMore) },
            { label: '今天', count: `${today}` },
            { label: '晚了', count: `${late}`, isStop: late > 0 },
          ]}
        />
      )}
      <Card title={waiting > 0 ? '在等的' : '在等别人办的'}>
        {queues.map((queue) => (
          <Row
            key={`${queue.place.scope.id}:${queue.state}`}
            id={`queue-${queue.state}`}
            title={queue.label}
            note={queue.place.name}
            value={queueWords(queue, now)}
            go
            onClick={goQueue(queue)}
          />
        ))}
      </Card>
    </>
  )
}
