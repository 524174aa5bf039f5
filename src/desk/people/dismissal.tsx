/** Asks before a role ends, for it cannot be given back without a new invitation; the button repeats the deed. */
import { staff } from '../../cloud/apis'
import { useDeed } from '../../cloud/deed'
import { Button, Card, Sheet } from '../../ui'
import { DeedNotice } from '../parts/deed-notice'
import type { Colleague } from './index'

type Props = {
  readonly colleague: Colleague
  readonly onEnded: (words: string) => void
  readonly onClose: () => void
}

export function Dismissal({ colleague: { personId, maskedName, grant }, onEnded, onClose }: Props) {
  const deed = useDeed()
  const { grantId, roleLabel, scopeName } = grant
  const end = () =>
    void deed.run(async (requestId) => {
      await staff.dismiss({ requestId, personId, grantId })
      onEnded(`${maskedName}不再是${scopeName}的${roleLabel}。`)
    }, grantId)
  return (
    <Sheet id="dismissal" title={`收回${maskedName}的身份`} onClose={onClose}>
      <Card title={`${scopeName} · ${roleLabel}`}>{'收回了马上看不到这一片。要再给，得重新邀请。'}</Card>
      <DeedNotice deed={deed} again={end} />
      <Button id="keep" kind="q" label="留着" onClick={onClose} />
      <Button id="end" kind="q" label={`收回${roleLabel}的身份`} busy={deed.isBusy} onClick={end} />
    </Sheet>
  )
}
