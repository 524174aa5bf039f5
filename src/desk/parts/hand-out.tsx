/** Hands a gift out: two people stand for it, the keeper and whoever brings the worker's code. */
import { useState } from 'react'
import * as v from 'valibot'
import { ReceiptCode } from '../../../domain/wish/words'
import { wishes } from '../../cloud/apis'
import { useDeed } from '../../cloud/deed'
import { Button, Field, Notice, Sheet } from '../../ui'
import { DeedNotice } from './deed-notice'

type Props = {
  readonly wish: { readonly id: string; readonly version: number }
  readonly gift: string
  readonly onDone: () => void
  readonly onReload: () => void
  readonly onClose: () => void
}

export function HandOut({ wish: { id, version }, gift, onDone, onReload, onClose }: Props) {
  const deed = useDeed()
  const [typed, setTyped] = useState('')
  const [mistake, setMistake] = useState<string>()
  const give = () => {
    const read = v.safeParse(ReceiptCode, typed)
    setMistake(read.success ? undefined : read.issues[0].message)
    if (!read.success) return
    const code = read.output
    void deed.run(
      async (requestId) => {
        await wishes.act({ id, version, requestId, action: 'handOut', form: { code } })
        onDone()
      },
      [id, version, code],
    )
  }
  const foot = (
    <>
      <DeedNotice deed={deed} again={give} reload={onReload} overtaken="这一份有人办过了，看看现在怎样。" />
      <Button id="hand-out" kind="s" label="交到手上" busy={deed.isBusy} onClick={give} />
    </>
  )
  return (
    <Sheet id="hand-out-sheet" title={`给他：${gift}`} onClose={onClose} foot={foot}>
      <Field
        id="code"
        label="他手机上的领取码"
        hint="8 位数字，在“我的心愿”里"
        kind="number"
        value={typed}
        error={mistake}
        onChange={(next) => {
          setTyped(next)
          setMistake(undefined)
        }}
      />
      <Notice kind="info" text="您和他，两个人都记着。码对了，才算交到手上。" />
    </Sheet>
  )
}
