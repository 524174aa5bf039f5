/** The lines of a batch, twenty at a time: all, what the bank sent back, or what it has not answered. */
import { useState } from 'react'
import { bounceReasons } from '../../../domain/claim/rows-paying'
import type { DeskBatch, DeskBatchLine } from '../../../domain/claim/views-paying'
import { yuan } from '../../../domain/kernel/money'
import { useAsk } from '../../cloud/ask'
import { useDeed } from '../../cloud/deed'
import { Wrong } from '../../pages/worker/parts/asked-page'
import { Button, Card, Empty, Skeleton, WorkRow } from '../../ui'
import { Chips } from '../parts/chips'
import { claims } from '../parts/claims-api'
import { DeedNotice } from '../parts/deed-notice'
import { open } from '../parts/routes'

type Page = Awaited<ReturnType<typeof claims.batch>>
const filters = ['failed', 'open'] as const
type Filter = (typeof filters)[number] | undefined

const filterNamed = (name: string): Filter => filters.find((filter) => filter === name)

const askLines = (id: string, filter: Filter, cursor?: string): Promise<Page> =>
  claims.batch({
    id,
    ...(filter === undefined ? {} : { outcome: filter }),
    ...(cursor === undefined ? {} : { cursor }),
  })

const chipsOf = ({ lines, paid, failed }: DeskBatch) => [
  { value: '', text: `全部 ${lines}` },
  { value: 'failed', text: `没打成 ${failed}` },
  { value: 'open', text: `等回音 ${lines - paid - failed}` },
]

export function Lines({ batch }: { readonly batch: DeskBatch }) {
  const [filter, setFilter] = useState<Filter>(batch.failed > 0 ? 'failed' : undefined)
  const asked = useAsk(() => askLines(batch.id, filter).then((page) => ({ filter, page })), undefined, filter)
  return (
    <>
      <Chips
        id="outcomes"
        label="看哪些"
        options={chipsOf(batch)}
        value={filter ?? ''}
        onChange={(value) => setFilter(filterNamed(value))}
      />
      {asked.state === 'error' && <Wrong failure={asked.error} again={() => void asked.reload()} />}
      {asked.state === 'ready' && asked.data.filter === filter ? (
        <Shown id={batch.id} filter={filter} page={asked.data.page} />
      ) : (
        asked.state !== 'error' && <Skeleton />
      )}
    </>
  )
}

const nothing = { failed: '没有打不成的。', open: '都有回音了。' } as const

type ShownProps = { readonly id: string; readonly filter: Filter; readonly page: Page }

function Shown({ id, filter, page }: ShownProps) {
  const deed = useDeed()
  const [longer, setLonger] = useState<{ readonly of: Page; readonly page: Page }>()
  const { lines, next } = longer?.of === page ? longer.page : page
  const more = () =>
    void deed.run(async () => {
      const following = await askLines(id, filter, next)
      setLonger({ of: page, page: { ...following, lines: [...lines, ...following.lines] } })
    })
  if (lines.length === 0) return <Empty id="no-lines" text={filter ? nothing[filter] : '这一批还没有人。'} />
  return (
    <>
      <Card id="lines">
        {lines.map((line) => (
          <Line key={line.no} line={line} />
        ))}
      </Card>
      <DeedNotice deed={deed} again={more} />
      {next !== undefined && <Button id="more" kind="q" label="再看 20 笔" busy={deed.isBusy} onClick={more} />}
    </>
  )
}

const words = { paid: '打成了', failed: '没打成' } as const

/** What came back stands out: somebody has to mend it. */
function Line({ line }: { readonly line: DeskBatchLine }) {
  const { no, claimId, maskedName, maskedAccount, bank, amountFen, outcome, because } = line
  const came = outcome ? words[outcome] : '等回音'
  const why = because ? bounceReasons[because].label : ''
  return (
    <WorkRow
      id={`line-${no}`}
      due={[`第 ${no} 笔`, came, why].filter(Boolean).join(' · ')}
      name={`${maskedName} · ${yuan(amountFen)}`}
      what={[bank, maskedAccount].filter(Boolean).join(' ')}
      late={because !== undefined}
      onClick={() => open('claim', { id: claimId })}
    />
  )
}
