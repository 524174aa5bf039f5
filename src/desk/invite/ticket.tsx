/** A fresh invitation: its code to scan, the same in figures, what it gives, until when; and the way to take it back. */
import { Image, View } from '@tarojs/components'
import { sayInstant } from '../../../domain/kernel/time'
import { staff } from '../../cloud/apis'
import { useDeed } from '../../cloud/deed'
import { Button, Card, Row } from '../../ui'
import { aria } from '../../ui/aria'
import { inBreaths } from '../accept/token'
import { DeedNotice } from '../parts/deed-notice'
import './ticket.css'

type Made = Awaited<ReturnType<typeof staff.invite>>

export function Ticket({ made, onRevoked }: { made: Made; onRevoked: () => void }) {
  const deed = useDeed()
  const { invitationId, roleLabel, scopeName, token, qrUrl, validUntil } = made
  const revoke = () =>
    void deed.run(async (requestId) => {
      await staff.revoke({ requestId, invitationId })
      onRevoked()
    }, invitationId)
  return (
    <>
      <Card title={`${scopeName} · ${roleLabel}`}>
        <View className="desk-ticket">
          <Image className="desk-ticket__qr" src={qrUrl} mode="aspectFit" {...aria({ role: 'img', label: '邀请码' })} />
          <View id="token" className="desk-ticket__code" {...aria({ label: [...token].join(' ') })}>
            {inBreaths(token)}
          </View>
        </View>
        {'他用微信扫这张码，或在“我的”里照着输。'}
        <Row id="until" title="有效" value={`${sayInstant(validUntil, new Date())} 前`} />
      </Card>
      <DeedNotice deed={deed} again={revoke} />
      <Button id="revoke" kind="q" label="发错了，收回这张码" busy={deed.isBusy} onClick={revoke} />
    </>
  )
}
