/** Gathers a batch, five hundred a call, until it is closed; where the line breaks it goes on from there. */
import { useState } from 'react'
import type { DeskBatch } from '../../../domain/claim/views-paying'
import { yuan } from '../../../domain/kernel/money'
import { Button, Notice, Sheet } from '../../ui'
import { Progress } from '../../ui/progress'
import type { Place } from '../parts/access'
import { claims } from '../parts/claims-api'
import { DeedNotice } from '../parts/deed-notice'
import { open } from '../parts/routes'
import { useSteps } from '../parts/use-steps'

export type Making = {
  readonly programmeId: string
  readonly title: string
  /** One that was begun before and not closed. */
  readonly batchId?: string
  /** How much of it there is, in words, as far as it is known. */
  readonly says: string
}

/** Half a batch is not left behind by a slip of the thumb. */
const stay = () => undefined

type Props = { readonly place: Place; readonly making: Making; readonly onClose: () => void }

export function MakeSheet({ place: { scope }, making: { programmeId, title, batchId, says }, onClose }: Props) {
  const steps = useSteps<DeskBatch>()
  const [isBegun, setBegun] = useState(false)
  const make = async () => {
    setBegun(true)
    const over = await steps.run(async (requestId, before) => {
      const begun = before?.answer.id ?? batchId
      const { batch, left } = await claims.makeBatch({
        requestId,
        scope,
        programmeId,
        ...(begun === undefined ? {} : { batchId: begun }),
      })
      return { answer: batch, done: batch.lines, of: batch.lines + left, isOver: left === 0 }
    })
    if (!over) return
    onClose()
    open('batch', { id: over.answer.id })
  }
  const { far, isBusy, error } = steps
  const foot = (
    <>
      <DeedNotice deed={{ error }} again={() => void make()} />
      {!error && (
        <Button
          id="make-batch"
          kind="s"
          label={batchId === undefined ? '做这一批' : '接着做'}
          busy={isBusy || (isBegun && !error)}
          onClick={() => void make()}
        />
      )}
    </>
  )
  return (
    <Sheet id="make-sheet" title={`做一批：${title}`} onClose={isBusy ? stay : onClose} foot={foot}>
      {says}
      {isBegun ? (
        <Progress
          id="making"
          text={far ? `放进去 ${far.done} 笔，共 ${far.of} 笔，${yuan(far.answer.totalFen)}` : '正在放进去'}
          done={far?.done ?? 0}
          of={far?.of ?? 0}
        />
      ) : (
        <Notice kind="info" text="做好就封上，不能再加、再改。打错的，银行退回来再办。" />
      )}
    </Sheet>
  )
}
