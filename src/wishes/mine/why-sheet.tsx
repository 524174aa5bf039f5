/** Asks why: ready reasons or words of one's own, that somebody of the union or a reviewer will read. */
import { useState } from 'react'
import { Button, Choice, LongText, Notice, Sheet } from '../../ui'

const OWN = 'own'
/** As long as the contract's `Reason`. */
const REASON_SIGNS = 60

type Props = {
  readonly id: string
  readonly title: string
  /** None: only words of one's own. */
  readonly reasons: readonly string[]
  /** The deed in words, on the button. */
  readonly label: string
  readonly note: string
  readonly max?: number
  readonly onReason: (reason: string) => void
  readonly onClose: () => void
}

export function WhySheet({ id, title, reasons, label, note, max = REASON_SIGNS, onReason, onClose }: Props) {
  const [chosen, setChosen] = useState(reasons.length > 0 ? '' : OWN)
  const [own, setOwn] = useState('')
  const [mistake, setMistake] = useState<string>()
  const isOwn = chosen === OWN
  const options = [...reasons.map((reason) => ({ value: reason, text: reason })), { value: OWN, text: '别的，自己写' }]
  const send = () => {
    const reason = isOwn ? own.trim() : chosen
    if (reason === '') return setMistake(isOwn ? '还没写' : '还没选')
    if ([...reason].length > max) return setMistake(`最多 ${max} 个字`)
    onReason(reason)
  }
  return (
    <Sheet
      id={id}
      title={title}
      onClose={onClose}
      foot={<Button id={`${id}-send`} kind="q" label={label} onClick={send} />}
    >
      {reasons.length > 0 && (
        <Choice
          id={`${id}-reason`}
          label="选一个"
          options={options}
          value={chosen}
          error={isOwn ? undefined : mistake}
          onChange={(next) => {
            setChosen(next)
            setMistake(undefined)
          }}
        />
      )}
      {isOwn && <LongText id={`${id}-own`} label="自己写" max={max} value={own} error={mistake} onChange={setOwn} />}
      <Notice kind="info" text={note} />
    </Sheet>
  )
}
