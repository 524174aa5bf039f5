/** A wish taken back cannot be brought back: asked once, and the button says the deed. */
import { Button, Notice, Sheet } from '../../ui'

type Props = { readonly label: string; readonly onWithdraw: () => void; readonly onClose: () => void }

export function WithdrawSheet({ label, onWithdraw, onClose }: Props) {
  return (
    <Sheet
      id="withdraw-sheet"
      title="不许这个了？"
      onClose={onClose}
      foot={
        <>
          <Button id="withdraw-keep" kind="s" label="留着" onClick={onClose} />
          <Button id="withdraw-send" kind="q" label={label} onClick={onWithdraw} />
        </>
      }
    >
      <Notice kind="info" text="收起来就回不来了。这一场还开着，就能再许一个" />
    </Sheet>
  )
}
