/** No signal, and somebody stands there with a gift: its picture and its slip are kept, and nothing is promised. */
import { useDeed } from '../../cloud/deed'
import { choosePhoto } from '../../cloud/upload'
import { Button, Notice, Sheet } from '../../ui'
import { DeedNotice } from '../parts/deed-notice'
import { keepGift } from './kept'

type Props = {
  readonly code: string
  readonly onKept: () => void
  readonly onAgain: () => void
  readonly onClose: () => void
}

export function KeepSheet({ code, onKept, onAgain, onClose }: Props) {
  const deed = useDeed()
  const keep = () =>
    void deed.run(async () => {
      const picture = await choosePhoto()
      if (!picture) return
      await keepGift(code, picture)
      onKept()
    })
  const foot = (
    <>
      <DeedNotice deed={deed} again={keep} />
      <Button id="look-again" kind="q" label="再试一次" onClick={onAgain} />
      <Button id="keep" kind="s" size="scan" label="拍照，先存着" busy={deed.isBusy} onClick={keep} />
    </>
  )
  return (
    <Sheet id="keep-sheet" title="没有信号" onClose={onClose} foot={foot}>
      <Notice kind="wait" text="看不到是哪一份。先拍照存在这部手机里，有信号自动送，收没收成到时候告诉您。" />
    </Sheet>
  )
}
