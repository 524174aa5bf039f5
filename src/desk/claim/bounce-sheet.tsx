/** A payment that came back: why, as the bank said it; the claimant mends the card by it. */
import { useState } from 'react'
import { type BounceReasonName, bounceReasons } from '../../../domain/claim/rows-paying'
import { Button, Choice, Notice, Sheet } from '../../ui'
import { nameOf } from '../claims/row'
import { DeedNotice } from '../parts/deed-notice'
import { labelOf, readers } from './deeds'
import type { SheetProps } from './sheet'

const isReason = (name: string): name is BounceReasonName => Object.hasOwn(bounceReasons, name)
const options = Object.entries(bounceReasons).map(([value, { label }]) => ({ value, text: label }))

export function BounceSheet({ row, isBusy, error, onSend, onClose }: SheetProps) {
  const [because, setBecause] = useState('')
  const [mistake, setMistake] = useState<string>()
  const send = () => {
    if (!isReason(because)) return setMistake('原因还没选')
    onSend({ action: 'bounceBack', form: { because } })
  }
  const foot = (
    <>
      <DeedNotice deed={{ error }} again={send} />
      <Button id="bounce-send" kind="q" label={labelOf('bounceBack')} busy={isBusy} onClick={send} />
    </>
  )
  return (
    <Sheet id="bounce" title={`${labelOf('bounceBack')}：${nameOf(row)}`} onClose={onClose} foot={foot}>
      <Choice
        id="because"
        label="银行怎么说"
        options={options}
        value={because}
        error={mistake}
        onChange={(next) => {
          setBecause(next)
          setMistake(undefined)
        }}
      />
      <Notice kind="info" text={`${readers[row.claimant]}会知道原因，改好卡号再打一次。`} />
    </Sheet>
  )
}
