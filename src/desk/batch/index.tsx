/** One batch of payments: its figures, its way to the bank and back, and each of its lines. */
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { claimApi } from '../../../domain/claim/api'
import { batchMachine } from '../../../domain/claim/batch'
import type { DeskBatch } from '../../../domain/claim/views-paying'
import { stateRow } from '../../../domain/kernel/machine'
import { staff } from '../../cloud/apis'
import { useAsk } from '../../cloud/ask'
import { BottomBar, Button, Notice } from '../../ui'
import { mayCall } from '../parts/access'
import { claims } from '../parts/claims-api'
import { DeskPage } from '../parts/desk-page'
import { textOf } from '../parts/routes'
import { ExportSheet } from './export-sheet'
import { Lines } from './lines'
import { ResultsSheet } from './results'
import { Totals } from './totals'

export default function BatchPage() {
  const { params } = useRouter()
  const id = textOf(params.id)
  const asked = useAsk(async () => {
    const [{ batch }, { grants }] = await Promise.all([claims.batch({ id }), staff.me({})])
    return { batch, mayPay: mayCall(claimApi.endpoints.batchFile, grants) }
  })
  return (
    <DeskPage
      title="一批钱"
      asked={asked}
      bottom={({ batch, mayPay }) => mayPay && <Deeds batch={batch} onChanged={() => void asked.reload()} />}
    >
      {({ batch }) => (
        <>
          {batch.failed > 0 && (
            <Notice id="failed-note" kind="wait" text={`${batch.failed} 笔没打成。本人改了卡号，会回到要打的里面。`} />
          )}
          <Totals batch={batch} />
          <Lines key={batch.version} batch={batch} />
        </>
      )}
    </DeskPage>
  )
}

type Asking = 'export' | 'results' | undefined

function Deeds({ batch, onChanged }: { readonly batch: DeskBatch; readonly onChanged: () => void }) {
  const [asking, setAsking] = useState<Asking>()
  const close = () => setAsking(undefined)
  /** Before it is closed there is nothing to take to a bank; afterwards nothing to wait for. */
  const isClosed = batch.hash !== undefined
  const isSettled = stateRow(batchMachine, batch.state).isOver === true
  if (!isClosed) return null
  return (
    <>
      <BottomBar>
        <Button id="export" kind="q" label="导出给银行" onClick={() => setAsking('export')} />
        {!isSettled && <Button id="results-in" kind="p" label="传银行结果" onClick={() => setAsking('results')} />}
      </BottomBar>
      {asking === 'export' && <ExportSheet batch={batch} onClose={close} />}
      {asking === 'results' && (
        <ResultsSheet
          batch={batch}
          onClose={close}
          onDone={() => {
            close()
            onChanged()
          }}
        />
      )}
    </>
  )
}
