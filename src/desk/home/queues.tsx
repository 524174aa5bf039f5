/** What waits, in three figures and a row for each queue. */
import { View } from '@tarojs/components'
import { Card, Empty, Row } from '../../ui'
import { open } from '../parts/routes'
import { countsOf, type Queue, queueWords, sayCount } from './counts'
import './queues.css'

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
        <View className="desk-counts">
          <Figure label="要办的" count={sayCount(waiting, hasMore)} />
          <Figure label="今天" count={`${today}`} />
          <Figure label="晚了" count={`${late}`} isStop={late > 0} />
        </View>
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

type FigureProps = { readonly label: string; readonly count: string; readonly isStop?: boolean }

function Figure({ label, count, isStop = false }: FigureProps) {
  return (
    <View className={isStop ? 'desk-count desk-count--stop' : 'desk-count'}>
      <View className="desk-count__n">{count}</View>
      <View className="desk-count__w">{label}</View>
    </View>
  )
}
