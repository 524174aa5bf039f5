/** Registered on their behalf: the figures the person confirms with, and what comes next. */
import type { workers } from '../../cloud/apis'
import { BottomBar, Button, Notice } from '../../ui'
import { ConfirmCode } from '../parts/confirm-code'
import { goBack } from '../parts/routes'

type Given = Awaited<ReturnType<typeof workers.registerFor>>

export function Done({ given, onAgain }: { given: Given; onAgain: () => void }) {
  return (
    <>
      <Notice kind="ok" text="登记好了，等他本人确认。没确认前，补贴还不能领。" />
      <ConfirmCode given={given} />
      <BottomBar>
        <Button id="home" kind="q" label="回工作台" onClick={() => goBack()} />
        <Button id="again" kind="p" label="再登记一个" onClick={onAgain} />
      </BottomBar>
    </>
  )
}
