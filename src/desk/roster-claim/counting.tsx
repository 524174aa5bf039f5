/** Goes through a roster part by part: who counts, who does not, how far it is; where the line breaks it goes on from there. */
import { useEffect, useRef } from 'react'
import type { RosterClaim } from '../../../domain/claim/views-desk'
import { type Fen, sum, yuan } from '../../../domain/kernel/money'
import { Card } from '../../ui'
import { Progress } from '../../ui/progress'
import { claims } from '../parts/claims-api'
import { DeedNotice } from '../parts/deed-notice'
import { type Far, useSteps } from '../parts/use-steps'

type Props = { readonly claim: RosterClaim; readonly onDone: () => void }
type Sums = { readonly people: number; readonly refused: number; readonly amountFen: Fen }

export function Counting({ claim, onDone }: Props) {
  const { id, parts, partsDone, people, refused, amountFen } = claim
  const { far, error, run } = useSteps<Sums>()
  const isGone = useRef(false)
  const step = async (requestId: string, before: Far<Sums> | undefined): Promise<Far<Sums>> => {
    const part = before?.done ?? partsDone
    const sums = before?.answer ?? { people, refused, amountFen }
    const { rows, partsDone: done } = await claims.countRoster({ requestId, id, part })
    const counted = rows.filter((row) => row.isCounted)
    const answer = {
      people: sums.people + counted.length,
      refused: sums.refused + rows.length - counted.length,
      amountFen: sum([sums.amountFen, ...counted.map((row) => row.amountFen)]),
    }
    return { answer, done, of: parts, isOver: done >= parts || isGone.current }
  }
  const count = async () => {
    const last = await run(step)
    if (last && !isGone.current) onDone()
  }
  const begin = useRef(count)
  useEffect(() => {
    void begin.current()
    return () => {
      isGone.current = true
    }
  }, [])
  const { people: taken, refused: left, amountFen: money } = far?.answer ?? { people, refused, amountFen }
  const done = far?.done ?? partsDone
  return (
    <Card id="counting" title="正在数">
      <Progress id="counted" text={`数完 ${done} 份，共 ${parts} 份`} done={done} of={parts} />
      {`算了 ${taken} 人，${yuan(money)}；没算 ${left} 人。停在这里别关，断了能接着数。`}
      <DeedNotice deed={{ error }} again={() => void count()} />
    </Card>
  )
}
