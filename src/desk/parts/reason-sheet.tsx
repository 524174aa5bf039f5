/** Asks why, before something that another person will read about: ready reasons, or words of one's own. */
import { type ReactNode, useState } from 'react'
import type { AppError } from '../../../domain/kernel/errors'
import { Button, Choice, LongText, Notice, Sheet } from '../../ui'
import { DeedNotice, isOvertaken } from './deed-notice'

const OWN = 'own'
/** As long as the contract's `Reason`. */
const LONGEST = 60

type Props = {
  readonly id: string
  readonly title: string
  readonly reasons: readonly string[]
  /** What else is asked, above the reason. */
  readonly first?: ReactNode
  /** The deed in words, on the button. */
  readonly label: string
  readonly isBusy: boolean
  /** Why it did not go through last time. */
  readonly error?: AppError | undefined
  readonly note?: string
  /** How the other person will read it. */
  readonly preview?: (reason: string) => string
  /** The reason of last time: what was written is not written twice. */
  readonly starts?: string
  /** Somebody else was faster: out of the way, and what it is now. */
  readonly onReload?: () => void
  readonly onReason: (reason: string) => void
  readonly onClose: () => void
}

const optionsOf = (reasons: readonly string[]) => [
  ...reasons.map((reason) => ({ value: reason, text: reason })),
  { value: OWN, text: '别的，自己写' },
]

export function ReasonSheet(props: Props) {
  const {
    id,
    title,
    reasons,
    first,
    label,
    isBusy,
    error,
    note,
    preview,
    starts = '',
    onReason,
    onReload,
    onClose,
  } = props
  const isReady = reasons.includes(starts)
  const [chosen, setChosen] = useState(isReady || starts === '' ? starts : OWN)
  const [own, setOwn] = useState(isReady ? '' : starts)
  const [mistake, setMistake] = useState<string>()
  const reason = chosen === OWN ? own.trim() : chosen
  const send = () => {
    if (reason) onReason(reason)
    else setMistake(chosen === OWN ? '原因还没写' : '原因还没选')
  }
  const isTooLate = onReload !== undefined && isOvertaken(error)
  const foot = (
    <>
      <DeedNotice deed={{ error }} again={send} {...(onReload ? { reload: onReload } : {})} />
      {!isTooLate && <Button id={`${id}-send`} kind="q" label={label} busy={isBusy} onClick={send} />}
    </>
  )
  return (
    <Sheet id={id} title={title} onClose={onClose} foot={foot}>
      {first}
      <Choice
        id={`${id}-reason`}
        label="为什么"
        options={optionsOf(reasons)}
        value={chosen}
        error={chosen === OWN ? undefined : mistake}
        onChange={(next) => {
          setChosen(next)
          setMistake(undefined)
        }}
      />
      {chosen === OWN && (
        <LongText id={`${id}-own`} label="写短一点" max={LONGEST} value={own} error={mistake} onChange={setOwn} />
      )}
      {preview && reason !== '' && !isTooLate && <Notice kind="info" text={preview(reason)} />}
      {note && <Notice kind="info" text={note} />}
    </Sheet>
  )
}
