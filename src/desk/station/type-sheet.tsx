/** The sixteen signs under a slip's code, typed where the camera cannot read it. */
import { useState } from 'react'
import type { Deed } from '../../cloud/deed'
import { Button, Field, Sheet } from '../../ui'
import { DeedNotice } from '../parts/deed-notice'
import { readSlip } from './slip'

type Props = { readonly deed: Deed; readonly onCode: (code: string) => void; readonly onClose: () => void }

export function TypeSheet({ deed, onCode, onClose }: Props) {
  const [typed, setTyped] = useState('')
  const [mistake, setMistake] = useState<string>()
  const look = () => {
    const read = readSlip(typed)
    if ('mistake' in read) setMistake(read.mistake)
    else onCode(read.code)
  }
  const foot = (
    <>
      <DeedNotice deed={deed} again={look} />
      <Button id="look" kind="s" label="看这一份" busy={deed.isBusy} onClick={look} />
    </>
  )
  return (
    <Sheet id="type-sheet" title="输交接码" onClose={onClose} foot={foot}>
      <Field
        id="slip"
        label="交接码"
        hint="16 位，在码的下面"
        kind="code"
        value={typed}
        error={mistake}
        onChange={(next) => {
          setTyped(next)
          setMistake(undefined)
        }}
      />
    </Sheet>
  )
}
