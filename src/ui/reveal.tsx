/** A masked value, shown whole for a reason its owner can read, and hidden again after half a minute. */
import { useEffect, useState } from 'react'
import { Button } from './button'
import { Choice } from './choice-cards'
import { Notice } from './notice'
import { Row } from './row'
import { Sheet } from './sheet'

type Props = {
  readonly id: string
  readonly label: string
  readonly masked: string
  readonly reasons: readonly string[]
  /** Who will know of it. */
  readonly note: string
  readonly onReveal: (reason: string) => Promise<string>
}

const SHOWN_MS = 30_000

export function Reveal({ id, label, masked, reasons, note, onReveal }: Props) {
  const [isAsking, setAsking] = useState(false)
  const [whole, setWhole] = useState<string>()
  useEffect(() => {
    if (whole === undefined) return undefined
    const timer = setTimeout(() => setWhole(undefined), SHOWN_MS)
    return () => clearTimeout(timer)
  }, [whole])
  const take = async (reason: string) => {
    setWhole(await onReveal(reason))
    setAsking(false)
  }
  return (
    <>
      {whole === undefined ? (
        <Row id={id} title={label} value={masked} go="看完整" onClick={() => setAsking(true)} />
      ) : (
        <Row id={id} title={label} value={whole} note="30 秒后遮上" go="遮上" onClick={() => setWhole(undefined)} />
      )}
      {isAsking && (
        <WhySheet
          id={`${id}-why`}
          label={label}
          reasons={reasons}
          note={note}
          onReason={take}
          onClose={() => setAsking(false)}
        />
      )}
    </>
  )
}

type SheetProps = {
  readonly id: string
  readonly label: string
  readonly reasons: readonly string[]
  readonly note: string
  readonly onReason: (reason: string) => Promise<void>
  readonly onClose: () => void
}

function WhySheet({ id, label, reasons, note, onReason, onClose }: SheetProps) {
  const [reason, setReason] = useState('')
  const [mistake, setMistake] = useState<string>()
  const [isBusy, setBusy] = useState(false)
  const show = async () => {
    if (!reason) return setMistake('原因还没选')
    setBusy(true)
    await onReason(reason).catch(() => {
      setBusy(false)
      setMistake('没打开，再试一次')
    })
  }
  const choose = (next: string) => {
    setReason(next)
    setMistake(undefined)
  }
  return (
    <Sheet
      id={id}
      title={`看完整的${label}`}
      onClose={onClose}
      foot={<Button id={`${id}-show`} kind="s" label={`看${label}`} busy={isBusy} onClick={() => void show()} />}
    >
      <Choice
        id={`${id}-reason`}
        label="为什么要看"
        options={reasons.map((text) => ({ value: text, text }))}
        value={reason}
        error={mistake}
        onChange={choose}
      />
      <Notice kind="info" text={note} />
    </Sheet>
  )
}
