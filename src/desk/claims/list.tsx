/** The rows of one work list in their groups by day, twenty more at a time, and the deed that begins the work. */
import { useState } from 'react'
import { useDeed } from '../../cloud/deed'
import { BottomBar, Button, Card, Empty, Notice } from '../../ui'
import { DeedNotice } from '../parts/deed-notice'
import { open } from '../parts/routes'
import { clearIn } from './clear'
import { grouped } from './groups'
import { isForBatches } from './lists'
import { ManySheet } from './many-sheet'
import { ClaimRow } from './row'
import { askMore, firstToDo, type Worklist } from './shelf'

type Props = { readonly worklist: Worklist; readonly onChanged: () => void }

export function List({ worklist, onChanged }: Props) {
  const deed = useDeed()
  const [longer, setLonger] = useState<{ readonly of: Worklist; readonly worklist: Worklist }>()
  const [isApproving, setApproving] = useState(false)
  const shown = longer?.of === worklist ? longer.worklist : worklist
  const { place, list, rows, next } = shown
  const more = () => void deed.run(async () => setLonger({ of: worklist, worklist: await askMore(shown) }))
  const now = new Date()
  const goBatches = () => open('batches', { level: place.scope.level, id: place.scope.id })
  if (rows.length === 0) return <Empty id="nothing" title="都办完了。" text="有新的，会在这里。" />
  return (
    <>
      {isForBatches(list) && (
        <Notice
          id="together"
          kind="info"
          text="这些一批一起打，不用一份份办。"
          action={{ label: '去看要打的', onClick: goBatches }}
        />
      )}
      {grouped(rows, now).map((group) => (
        <Card key={group.group} id={`group-${group.group}`} title={`${group.group} · ${group.rows.length}`}>
          {group.rows.map((row) => (
            <ClaimRow key={row.id} row={row} list={list} now={now} />
          ))}
        </Card>
      ))}
      <DeedNotice deed={deed} again={more} />
      {next !== undefined && <Button id="more" kind="q" label="再看 20 件" busy={deed.isBusy} onClick={more} />}
      <Begin worklist={shown} onMany={() => setApproving(true)} />
      {isApproving && (
        <ManySheet
          rows={clearIn(shown)}
          onClose={() => setApproving(false)}
          onDone={() => {
            setApproving(false)
            onChanged()
          }}
        />
      )}
    </>
  )
}

function Begin({ worklist, onMany }: { readonly worklist: Worklist; readonly onMany: () => void }) {
  const first = firstToDo(worklist)
  const clear = clearIn(worklist)
  if (!first) return null
  return (
    <BottomBar>
      {clear.length > 1 && <Button id="many" kind="q" label={`${clear.length} 件一起同意`} onClick={onMany} />}
      <Button id="begin" kind="p" label="开始办" onClick={() => open('claim', { id: first.id })} />
    </BottomBar>
  )
}
