/** What its union may do about a drive while it is open: change it, or end it before its day with a reason. */
import { useState } from 'react'
import type { InferOutput } from 'valibot'
import { driveMachine } from '../../../domain/wish/machine'
import type { DriveCard } from '../../../domain/wish/views'
import { wishes } from '../../cloud/apis'
import { useDeed } from '../../cloud/deed'
import { BottomBar, Button } from '../../ui'
import { ReasonSheet } from '../parts/reason-sheet'
import { open } from '../parts/routes'

type Props = { readonly drive: InferOutput<typeof DriveCard>; readonly onChanged: () => void }

const { change, stop } = driveMachine.actions
const reasons = ['心愿都有着落了', '东西买不到了', '上级要求停']

export function DriveBar({ drive: { id, version, title, can }, onChanged }: Props) {
  const deed = useDeed()
  const [isStopping, setStopping] = useState(false)
  const close = () => {
    deed.forget()
    setStopping(false)
  }
  const look = () => {
    close()
    onChanged()
  }
  const end = (reason: string) =>
    void deed.run(
      async (requestId) => {
        await wishes.actDrive({ id, version, requestId, action: 'stop', form: { reason } })
        look()
      },
      [id, version, reason],
    )
  if (!can.includes('change') && !can.includes('stop')) return null
  return (
    <>
      <BottomBar>
        {can.includes('stop') && <Button id="stop" kind="q" label={stop.label} onClick={() => setStopping(true)} />}
        {can.includes('change') && (
          <Button id="change" kind="q" label={change.label} onClick={() => open('drive-new', { id })} />
        )}
      </BottomBar>
      {isStopping && (
        <ReasonSheet
          id="why"
          title={`${stop.label}：${title}`}
          reasons={reasons}
          label={stop.label}
          isBusy={deed.isBusy}
          error={deed.error}
          note="不能再开。还没挂上墙的会告诉本人没成，没人点亮的工会来买。"
          onReason={end}
          onReload={look}
          onClose={close}
        />
      )}
    </>
  )
}
