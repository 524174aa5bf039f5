/** Somebody registered by another has not confirmed yet: a new code, when the paper with the old one is lost. */
import { useState } from 'react'
import { workers } from '../../cloud/apis'
import { useDeed } from '../../cloud/deed'
import { Button, Card } from '../../ui'
import { ConfirmCode } from '../parts/confirm-code'
import { DeedNotice } from '../parts/deed-notice'

type Given = Awaited<ReturnType<typeof workers.confirmCode>>

export function Confirming({ id }: { id: string }) {
  const deed = useDeed()
  const [given, setGiven] = useState<Given>()
  const reissue = () => void deed.run(async (requestId) => setGiven(await workers.confirmCode({ requestId, id })), id)
  if (given) return <ConfirmCode given={given} />
  return (
    <Card title="等他本人确认">
      {'他用自己的手机输编号，就算确认。纸条丢了，换一个新编号，旧的就不能用了。'}
      <DeedNotice deed={deed} again={reissue} />
      <Button id="reissue" kind="q" label="换一个新编号" busy={deed.isBusy} onClick={reissue} />
    </Card>
  )
}
