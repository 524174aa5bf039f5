/** A claim handed in without a signal that is still on its way, or was refused while the app was elsewhere. */
import { useEffect } from 'react'
import { errors } from '../../../domain/kernel/errors'
import { openPage } from '../../cloud/go'
import { outbox, useLetters } from '../../cloud/letters'
import { isRefused } from '../../cloud/outbox'
import { troubleOf } from '../../cloud/trouble'
import { Notice } from '../../ui'
import { checkUrlOf } from '../claim/kept'

export function ClaimLetters({ onDelivered }: { readonly onDelivered: () => Promise<void> }) {
  const letters = useLetters('claim', 'submit')
  const delivered = letters.find(({ state }) => state === 'delivered')?.id
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each that arrived
  useEffect(() => {
    if (delivered === undefined) return
    outbox.forget(delivered)
    void onDelivered()
  }, [delivered])
  const refused = letters.find(isRefused)
  if (refused) {
    const why = errors[refused.error?.code ?? 'INTERNAL'].text
    const look = { label: '去看看', onClick: () => openPage(checkUrlOf(refused.draft ?? '')) }
    return <Notice id="letter" kind="stop" text={`申领没交成：${why}`} action={look} />
  }
  const waiting = letters.find(({ state }) => state === 'waiting' || state === 'sending')
  if (!waiting) return null
  if (waiting.error) return <Notice id="letter" kind="wait" {...troubleOf(waiting.error, () => void outbox.flush())} />
  return <Notice id="letter" kind="wait" text="申领存好了。有信号就送，不用再点" />
}
