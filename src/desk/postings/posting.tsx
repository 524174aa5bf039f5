/** One public text or picture before its reviewer: what it says, why it is here, and the decision below it. */
import { Image, View } from '@tarojs/components'
import { useState } from 'react'
import { sayInstant } from '../../../domain/kernel/time'
import type { PostingView } from '../../../domain/posting/api'
import { useDeed } from '../../cloud/deed'
import { Button, Card, Notice, StatusTag } from '../../ui'
import { aria } from '../../ui/aria'
import { DeedNotice } from '../parts/deed-notice'
import { ReasonSheet } from '../parts/reason-sheet'
import { decide, deedsIn, isSaid, labelOf, previewOf, type ReviewDeed, reasonsFor, saysOf, whyHere } from './deeds'
import './posting.css'

type Props = {
  readonly row: PostingView
  readonly onDone: (says: string) => void
  readonly onReload: () => void
}

export function Posting({ row, onDone, onReload }: Props) {
  const deed = useDeed()
  const [asking, setAsking] = useState<ReviewDeed>()
  const [tried, setTried] = useState<{ readonly deed: ReviewDeed; readonly reason: string }>()
  const deeds = deedsIn(row)
  const take = async (which: ReviewDeed, reason: string) => {
    setTried({ deed: which, reason })
    const isDone = await deed.run(
      async (requestId) => {
        await decide(row, which, reason, requestId)
      },
      [row.id, row.version, which, reason],
    )
    if (isDone) onDone(saysOf(which))
  }
  const close = () => {
    deed.forget()
    setAsking(undefined)
  }
  const look = () => {
    close()
    onReload()
  }
  return (
    <>
      <Card id={`posting-${row.id}`} title={row.aboutLabel}>
        <StatusTag state="wait" text={whyHere(row)} />
        {row.words && <View className="desk-words">{`“${row.words}”`}</View>}
        {row.photoUrl && (
          <Image
            className="desk-words__photo"
            src={row.photoUrl}
            mode="aspectFit"
            {...aria({ role: 'img', label: row.aboutLabel })}
          />
        )}
        {[...new Set(row.reasons)].map((reason) => (
          <View key={reason} className="desk-words__said">{`说的是：${reason}`}</View>
        ))}
        <View className="desk-words__at">{`${sayInstant(row.createdAt, new Date())} 写的`}</View>
        {!asking && tried && (
          <DeedNotice
            deed={deed}
            again={() => void take(tried.deed, tried.reason)}
            reload={look}
            overtaken="刚才有人看过了，看看现在怎样。"
          />
        )}
        {deeds.length === 0 && <Notice kind="info" text="您写的，或您定过的，换一个人看。" />}
        <View className="desk-words__deeds">
          {deeds.map((which) => (
            <Button
              key={which}
              id={`${which}-${row.id}`}
              kind={isSaid(which) ? 'q' : 's'}
              label={labelOf(which)}
              busy={deed.isBusy && tried?.deed === which}
              onClick={() => (isSaid(which) ? setAsking(which) : void take(which, ''))}
            />
          ))}
        </View>
      </Card>
      {asking && isSaid(asking) && (
        <ReasonSheet
          id="why"
          title={`${labelOf(asking)}：${row.aboutLabel}`}
          reasons={reasonsFor[asking]}
          label={labelOf(asking)}
          isBusy={deed.isBusy}
          error={deed.error}
          preview={previewOf(asking)}
          starts={tried?.deed === asking ? tried.reason : ''}
          onReason={(reason) => void take(asking, reason)}
          onReload={look}
          onClose={close}
        />
      )}
    </>
  )
}
