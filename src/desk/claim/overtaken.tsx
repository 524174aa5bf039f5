/** Somebody else was faster: who, what they did, and the next claim to look at instead. */

import type { DeskClaim } from '../../../domain/claim/views-desk'
import { useAsk } from '../../cloud/ask'
import { Button, Notice } from '../../ui'
import { claims } from '../parts/claims-api'
import { replaceBy } from '../parts/routes'

type Props = { readonly id: string; readonly next: DeskClaim | undefined; readonly onLook: () => void }

export function Overtaken({ id, next, onLook }: Props) {
  const asked = useAsk(() => claims.get({ id }))
  /** What followed by itself has nobody's name. */
  const last = asked.state === 'ready' ? asked.data.claim.timeline.find(({ by }) => by !== '') : undefined
  const text = last ? `${last.by}刚办了这件：${last.text}。` : '刚才有人办了这件。'
  return (
    <>
      <Notice id="overtaken" kind="stop" text={text} />
      <Button id="look" kind="q" label="看现在怎样" onClick={onLook} />
      {next && <Button id="next" kind="p" label="看下一件" onClick={() => replaceBy('claim', { id: next.id })} />}
    </>
  )
}
