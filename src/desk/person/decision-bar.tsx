/** The buttons the server allows, and what follows one: a reason where the machine wants it, then the next registration. */
import { useState } from 'react'
import { fill, templates } from '../../../domain/kernel/notices'
import { workerMachine } from '../../../domain/worker/machine'
import type { RosterRow } from '../../../domain/worker/views'
import { useDeed } from '../../cloud/deed'
import { BottomBar, Button } from '../../ui'
import { DeedNotice } from '../parts/deed-notice'
import { ReasonSheet } from '../parts/reason-sheet'
import { decisionReasons } from '../parts/reasons'
import { goBack, replaceBy } from '../parts/routes'
import { findNextWaiting, tellShelf } from '../roster/shelf'
import { decide } from './decide'
import { rememberDecided } from './decided'
import { type DeskAction, decisionsIn, needsReason, wordsFor } from './decisions'

type Props = {
  readonly row: RosterRow
  readonly siteName: string
  readonly next: RosterRow | undefined
  /** Somebody else was faster, or nothing is left to open: show this one as it is now. */
  readonly onChanged: () => void
}

type Tried = { readonly action: DeskAction; readonly reason: string }

export function DecisionBar({ row, siteName, next, onChanged }: Props) {
  const deed = useDeed()
  const [asking, setAsking] = useState<DeskAction>()
  const [tried, setTried] = useState<Tried>()
  const actions = decisionsIn(row)

  const send = async (action: DeskAction, reason: string) => {
    setTried({ action, reason })
    await deed.run(
      async (requestId) => {
        const decided = await decide(row, action, reason, requestId)
        const following = await findNextWaiting(row.id).catch(() => undefined)
        tellShelf(decided)
        setAsking(undefined)
        if (!following) return onChanged()
        rememberDecided({ id: row.id, name: row.maskedName, says: workerMachine.actions[action].says })
        replaceBy('person', { id: following.id })
      },
      [row.id, row.version, action, reason],
    )
  }
  const look = () => {
    deed.forget()
    setAsking(undefined)
    onChanged()
  }
  const take = (action: DeskAction) => (needsReason(action) ? setAsking(action) : void send(action, ''))

  return (
    <>
      <BottomBar>
        {!asking && tried && (
          <DeedNotice
            deed={deed}
            again={() => void send(tried.action, tried.reason)}
            reload={look}
            overtaken="刚才有人办了这件，看看现在怎样。"
          />
        )}
        {actions.map((action) => (
          <Button
            key={action}
            id={action}
            kind={needsReason(action) ? 'q' : 'p'}
            label={wordsFor(action)}
            busy={deed.isBusy && !asking}
            onClick={() => take(action)}
          />
        ))}
        {actions.length === 0 && next && (
          <Button id="next" kind="p" label="看下一个" onClick={() => replaceBy('person', { id: next.id })} />
        )}
        {actions.length === 0 && !next && <Button id="back" kind="q" label="回名册" onClick={() => goBack('roster')} />}
      </BottomBar>
      {asking && (
        <ReasonSheet
          id="why"
          title={`${wordsFor(asking)}：${row.maskedName}`}
          reasons={decisionReasons[asking]}
          label={wordsFor(asking)}
          isBusy={deed.isBusy}
          error={deed.error}
          preview={(reason) => `他会读到：${fill(templates.rejected.text, { site: siteName, reason })}`}
          starts={tried?.action === asking ? tried.reason : ''}
          onReason={(reason) => void send(asking, reason)}
          onReload={look}
          onClose={() => {
            deed.forget()
            setAsking(undefined)
          }}
        />
      )}
    </>
  )
}
