/** The batches of a place, newest first: where each stands at the bank, and what came back of it. */
import { useState } from 'react'
import type { DeskBatch } from '../../../domain/claim/views-paying'
import { yuan } from '../../../domain/kernel/money'
import { onOf, sayDay } from '../../../domain/kernel/time'
import { useDeed } from '../../cloud/deed'
import { Button, Card, WorkRow } from '../../ui'
import type { Place } from '../parts/access'
import { claims } from '../parts/claims-api'
import { DeedNotice } from '../parts/deed-notice'
import { open } from '../parts/routes'
import type { Making } from './make-sheet'

type Page = Awaited<ReturnType<typeof claims.batches>>
type Props = {
  readonly place: Place
  readonly page: Page
  readonly onMake: ((making: Making) => void) | undefined
}

export function Batches({ place: { scope }, page, onMake }: Props) {
  const deed = useDeed()
  const [longer, setLonger] = useState<{ readonly of: Page; readonly page: Page }>()
  const { rows, next } = longer?.of === page ? longer.page : page
  const more = () =>
    void deed.run(async () => {
      const following = await claims.batches({ scope, ...(next === undefined ? {} : { cursor: next }) })
      setLonger({ of: page, page: { ...following, rows: [...rows, ...following.rows] } })
    })
  if (rows.length === 0) return null
  return (
    <>
      <Card id="batches" title="做过的批">
        {rows.map((batch) => (
          <BatchRow key={batch.id} batch={batch} onMake={onMake} />
        ))}
      </Card>
      <DeedNotice deed={deed} again={more} />
      {next !== undefined && <Button id="more" kind="q" label="再看 20 批" busy={deed.isBusy} onClick={more} />}
    </>
  )
}

const CLOSE = 'close'

export const cameOf = ({ lines, paid, failed }: DeskBatch): string =>
  [`${lines} 笔`, paid > 0 ? `打成 ${paid}` : '', failed > 0 ? `没打成 ${failed}` : ''].filter(Boolean).join(' · ')

function BatchRow({ batch, onMake }: { readonly batch: DeskBatch; readonly onMake: Props['onMake'] }) {
  const { id, programmeId, title, stateLabel, totalFen, createdAt, can } = batch
  /** Begun and not closed: it is gone on with, and nothing of it is looked at before. */
  const goOn = can.includes(CLOSE) ? onMake : undefined
  const says = `做到 ${batch.lines} 笔，还没封上。`
  const look = () => (goOn ? goOn({ programmeId, title, batchId: id, says }) : open('batch', { id }))
  return (
    <WorkRow
      id={`batch-${id}`}
      due={[stateLabel, sayDay(onOf(createdAt), new Date())].join(' · ')}
      name={[title, yuan(totalFen)].join(' · ')}
      what={cameOf(batch)}
      late={false}
      onClick={look}
    />
  )
}
