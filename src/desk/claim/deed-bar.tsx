/** What the server lets this desk do to a claim, and what follows: what the row asks for, then the next claim. */
import { useState } from 'react'
import type { DeskClaimWhole } from '../../../domain/claim/views-desk'
import { useDeed } from '../../cloud/deed'
import { BottomBar, Button } from '../../ui'
import { nameOf } from '../claims/row'
import { dropFrom, nextAfter } from '../claims/shelf'
import { DeedNotice, isOvertaken } from '../parts/deed-notice'
import { goBack, replaceBy } from '../parts/routes'
import { BounceSheet } from './bounce-sheet'
import { type DeskDeed, deedsIn, isPlain, isSaid, kindOf, labelOf, type SentDeed, saysOf } from './deeds'
import { rememberDone } from './done'
import { Overtaken } from './overtaken'
import { RepaySheet } from './repay-sheet'
import { ReturnSheet } from './return-sheet'
import { send } from './send'
import { WhySheet } from './why-sheet'

type Props = {
  readonly claim: DeskClaimWhole
  /** Show this one as it is now: somebody else was faster, or nothing is left to open. */
  readonly onChanged: () => void
}

export function DeedBar({ claim, onChanged }: Props) {
  const { row, parts } = claim
  const work = useDeed()
  const [asking, setAsking] = useState<DeskDeed>()
  const [tried, setTried] = useState<SentDeed>()
  const deeds = deedsIn(row.can)
  const next = nextAfter(row.id)

  const goOn = (done: DeskDeed) => {
    dropFrom(row.id)
    setAsking(undefined)
    if (!next) return onChanged()
    rememberDone({ id: row.id, name: nameOf(row), says: saysOf(done) })
    replaceBy('claim', { id: next.id })
  }
  const take = async (sent: SentDeed) => {
    setTried(sent)
    await work.run(
      async (requestId) => {
        await send(row, sent, requestId)
        goOn(sent.action)
      },
      [row.id, row.version, sent],
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
  const isLost = isOvertaken(work.error)
  const sheet = {
    row,
    isBusy: work.isBusy,
    error: work.error,
    onSend: (sent: SentDeed) => void take(sent),
    onClose: close,
  }

  return (
    <>
      <BottomBar>
        {isLost && <Overtaken id={row.id} next={next} onLook={look} />}
        {!isLost && !asking && tried && <DeedNotice deed={work} again={() => void take(tried)} />}
        {!isLost &&
          deeds.map((deed) => (
            <Button
              key={deed}
              id={deed}
              kind={kindOf(deed, deeds)}
              label={labelOf(deed)}
              busy={work.isBusy && tried?.action === deed}
              onClick={() => (isPlain(deed) ? void take({ action: deed, form: {} }) : setAsking(deed))}
            />
          ))}
        {deeds.length === 0 && next && (
          <Button id="next" kind="p" label="看下一件" onClick={() => replaceBy('claim', { id: next.id })} />
        )}
        {deeds.length === 0 && !next && <Button id="back" kind="q" label="回去" onClick={() => goBack('claims')} />}
      </BottomBar>
      {!isLost && asking && isSaid(asking) && <WhySheet deed={asking} tried={tried} {...sheet} />}
      {!isLost && asking === 'return' && <ReturnSheet parts={parts} tried={tried} {...sheet} />}
      {!isLost && asking === 'bounceBack' && <BounceSheet {...sheet} />}
      {!isLost && asking === 'repay' && <RepaySheet {...sheet} />}
    </>
  )
}
