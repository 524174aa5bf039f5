/** What the server lets this desk do to a wish, and what follows: a reason, a picture, a code, then the next wish. */
import { useState } from 'react'
import { kindLine } from '../../../domain/wish/kinds'
import { wishMachine } from '../../../domain/wish/machine'
import type { DeskWish } from '../../../domain/wish/views'
import { useDeed } from '../../cloud/deed'
import { BottomBar, Button } from '../../ui'
import { DeedNotice } from '../parts/deed-notice'
import { HandOut } from '../parts/hand-out'
import { ReasonSheet } from '../parts/reason-sheet'
import { goBack, replaceBy } from '../parts/routes'
import { TakeIn } from '../parts/take-in'
import { dropFrom, nextAfter } from '../wishes/shelf'
import {
  type DeskDeed,
  deedsIn,
  isPlain,
  isSaid,
  kindOf,
  labelOf,
  type PlainDeed,
  previewOf,
  reasonsFor,
  type SaidDeed,
  send,
} from './deeds'
import { rememberDone } from './done'

type Props = {
  readonly row: DeskWish
  /** Show this one as it is now: somebody else was faster, or nothing is left to open. */
  readonly onChanged: () => void
}

type Tried = { readonly deed: PlainDeed | SaidDeed; readonly reason: string }

export function DeedBar({ row, onChanged }: Props) {
  const work = useDeed()
  const [asking, setAsking] = useState<DeskDeed>()
  const [tried, setTried] = useState<Tried>()
  const deeds = deedsIn(row)
  const gift = kindLine(row.kind, row.detail)
  const next = nextAfter(row.id)

  const goOn = (done: DeskDeed) => {
    dropFrom(row.id)
    setAsking(undefined)
    if (!next || next.state !== row.state) return onChanged()
    rememberDone({ id: row.id, name: gift, says: wishMachine.actions[done].says })
    replaceBy('wish', { id: next.id })
  }
  const take = async (deed: PlainDeed | SaidDeed, reason: string) => {
    setTried({ deed, reason })
    await work.run(
      async (requestId) => {
        await send(row, deed, reason, requestId)
        goOn(deed)
      },
      [row.id, row.version, deed, reason],
    )
  }
  const close = () => {
    work.forget()
    setAsking(undefined)
  }
  const look = () => {
    close()
    onChanged()
  }
  const gifts = { wish: row, gift, onReload: look, onClose: close }

  return (
    <>
      <BottomBar>
        {!asking && tried && (
          <DeedNotice
            deed={work}
            again={() => void take(tried.deed, tried.reason)}
            reload={look}
            overtaken="刚才有人办了这件，看看现在怎样。"
          />
        )}
        {deeds.map((deed) => (
          <Button
            key={deed}
            id={deed}
            kind={kindOf(deed, deeds)}
            label={labelOf(deed)}
            busy={work.isBusy && tried?.deed === deed}
            onClick={() => (isPlain(deed) ? void take(deed, '') : setAsking(deed))}
          />
        ))}
        {deeds.length === 0 && next && (
          <Button id="next" kind="p" label="看下一个" onClick={() => replaceBy('wish', { id: next.id })} />
        )}
        {deeds.length === 0 && !next && <Button id="back" kind="q" label="回去" onClick={() => goBack('wishes')} />}
      </BottomBar>
      {asking && isSaid(asking) && (
        <ReasonSheet
          id="why"
          title={`${labelOf(asking)}：${gift}`}
          reasons={reasonsFor[asking]}
          label={labelOf(asking)}
          isBusy={work.isBusy}
          error={work.error}
          preview={previewOf(asking, row)}
          starts={tried?.deed === asking ? tried.reason : ''}
          onReason={(reason) => void take(asking, reason)}
          onReload={look}
          onClose={close}
        />
      )}
      {asking === 'takeIn' && <TakeIn {...gifts} onDone={look} />}
      {asking === 'handOut' && <HandOut {...gifts} onDone={look} />}
    </>
  )
}
