/** What waits in this phone for a signal, and what of it the station could not take in after all. */
import { useEffect, useState } from 'react'
import { sayInstant } from '../../../domain/kernel/time'
import { onSignalChange } from '../../cloud/signal'
import { Notice } from '../../ui'
import { dropGift, keptGifts, sendKept } from './kept'

/** `turn` changes when one more is kept. */
export function KeptGifts({ turn, onArrived }: { readonly turn: number; readonly onArrived: () => void }) {
  const [gifts, setGifts] = useState(keptGifts)
  const send = () =>
    void sendKept().then((arrived) => {
      setGifts(keptGifts())
      if (arrived > 0) onArrived()
    })
  // biome-ignore lint/correctness/useExhaustiveDependencies: looked at anew, and sent, whenever one more is kept
  useEffect(() => {
    setGifts(keptGifts())
    send()
    return onSignalChange(send)
  }, [turn])
  const refused = gifts.filter(({ because }) => because !== undefined)
  const waiting = gifts.length - refused.length
  const now = new Date()
  return (
    <>
      {waiting > 0 && (
        <Notice
          id="waiting-gifts"
          kind="wait"
          text={`${waiting} 件等着送。有信号自动送，别删小程序。`}
          action={{ label: '现在送', onClick: send }}
        />
      )}
      {refused.map((gift) => (
        <Notice
          key={gift.requestId}
          id={`refused-${gift.requestId}`}
          kind="stop"
          text={`${sayInstant(gift.at, now)}存的一件没收成：${gift.because}`}
          action={{
            label: '知道了',
            onClick: () => {
              dropGift(gift)
              setGifts(keptGifts())
            },
          }}
        />
      ))}
    </>
  )
}
