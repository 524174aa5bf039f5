/** Money that was paid back: the bank's receipt, and what else is to be remembered. */
import { useState } from 'react'
import * as v from 'valibot'
import { payingRows } from '../../../domain/claim/rows-paying'
import { yuan } from '../../../domain/kernel/money'
import { Button, Field, LongText, Sheet } from '../../ui'
import { nameOf } from '../claims/row'
import { DeedNotice } from '../parts/deed-notice'
import { labelOf } from './deeds'
import type { SheetProps } from './sheet'

const LONGEST_NOTE = 60

export function RepaySheet({ row, isBusy, error, onSend, onClose }: SheetProps) {
  const [receipt, setReceipt] = useState('')
  const [note, setNote] = useState('')
  const [mistakes, setMistakes] = useState<Readonly<Record<string, string>>>({})
  const send = () => {
    const read = v.safeParse(payingRows.repay.form, { receipt, ...(note.trim() === '' ? {} : { note }) })
    if (read.success) return onSend({ action: 'repay', form: read.output })
    setMistakes(Object.fromEntries(read.issues.map((issue) => [v.getDotPath(issue) ?? '', issue.message])))
  }
  const foot = (
    <>
      <DeedNotice deed={{ error }} again={send} />
      <Button id="repay-send" kind="s" label={labelOf('repay')} busy={isBusy} onClick={send} />
    </>
  )
  return (
    <Sheet
      id="repay-sheet"
      title={`${yuan(row.amountFen)}，${labelOf('repay')}：${nameOf(row)}`}
      onClose={onClose}
      foot={foot}
    >
      <Field
        id="receipt"
        label="回单号"
        hint="银行回单上的那一串"
        kind="code"
        value={receipt}
        error={mistakes.receipt}
        onChange={(next) => {
          setReceipt(next)
          setMistakes({})
        }}
      />
      <LongText
        id="note"
        label="还有要记的，可以不写"
        max={LONGEST_NOTE}
        value={note}
        error={mistakes.note}
        onChange={setNote}
      />
    </Sheet>
  )
}
