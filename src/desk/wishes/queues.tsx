/** The queues as chips with their counts, and the rows of the one looked at. */
import { useState } from 'react'
import { useDeed } from '../../cloud/deed'
import { Button, Card, Empty } from '../../ui'
import { Chips } from '../parts/chips'
import { DeedNotice } from '../parts/deed-notice'
import { WishRow } from './row'
import { askMore, countIn, lateIn, type Queue, type StateName, stateNamed, type Where, wordsOf } from './shelf'

type Props = {
  readonly place: Where
  readonly wanted: StateName | undefined
  readonly queues: readonly Queue[]
}

const chipOf = (queue: Queue, now: Date) => {
  const late = lateIn(queue, now)
  const count = `${wordsOf(queue.state)} ${countIn(queue)}`
  return { value: queue.state, text: late > 0 ? `${count}，晚 ${late}` : count }
}

/** The one asked for, else the first that holds anything. */
const firstState = (queues: readonly Queue[]): StateName | undefined =>
  (queues.find(({ rows }) => rows.length > 0) ?? queues[0])?.state

export function Queues({ place, wanted, queues }: Props) {
  const deed = useDeed()
  const [chosen, setChosen] = useState(wanted)
  const [longer, setLonger] = useState<{ readonly of: Queue; readonly queue: Queue }>()
  const now = new Date()
  const state = chosen ?? firstState(queues)
  const page = queues.find((queue) => queue.state === state)
  if (!page) return null
  const queue = longer?.of === page ? longer.queue : page
  const more = () => void deed.run(async () => setLonger({ of: page, queue: await askMore(place, queue) }))
  return (
    <>
      <Chips
        id="states"
        label="看哪些"
        options={queues.map((one) => chipOf(one, now))}
        value={page.state}
        onChange={(value) => setChosen(stateNamed(value))}
      />
      {queue.rows.length === 0 ? (
        <Empty id="nothing" title="都办完了。" text="有新的心愿，会在这里，也会告诉您。" />
      ) : (
        <Card>
          {queue.rows.map((row) => (
            <WishRow key={row.id} row={row} now={now} />
          ))}
        </Card>
      )}
      <DeedNotice deed={deed} again={more} />
      {queue.next !== undefined && <Button id="more" kind="q" label="再看 20 个" busy={deed.isBusy} onClick={more} />}
    </>
  )
}
