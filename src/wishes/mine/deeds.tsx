/** What the worker may do with a wish now, as the cloud sent it along; the first of it is the one red button. */
import { useState } from 'react'
import { wishApi } from '../../../domain/wish/api'
import type { MyWish } from '../../../domain/wish/views'
import { goTo, openPage } from '../../cloud/go'
import { useLetter } from '../../cloud/letter'
import { newRequestId } from '../../cloud/random'
import { LetterNotice } from '../../pages/worker/parts/letter-notice'
import { Button } from '../../ui'
import { textOfSizes, wishDraft } from '../make/draft'
import { isAskedFor } from './use-wishes'
import { WhySheet } from './why-sheet'
import { WithdrawSheet } from './withdraw-sheet'

const WRONG = ['大小不对', '不是说好的东西', '坏的，用不了', '少了东西'] as const

type Props = { readonly wish: MyWish; readonly onDone: () => void }

/** Written anew on the screens it was written on, beginning with all of it. */
const edit = ({ id, version, driveId, kind, detail, sizes, story }: MyWish) => {
  wishDraft(id).keep({ driveId, kind, detail, sizes: textOfSizes(sizes), story, version: String(version) })
  openPage(`/wishes/make/check?wish=${id}`)
}

export function WishDeeds({ wish, onDone }: Props) {
  const { id, version, can, tone, isWrittenByOther } = wish
  const [sheet, setSheet] = useState<'withdraw' | 'dispute'>()
  const letter = useLetter(wishApi, 'act', onDone)
  const isBusy = letter.state === 'sending'
  const once = () => ({ requestId: newRequestId(), id, version })
  const submit = () => letter.send({ ...once(), action: 'submit', form: {} })
  const withdraw = () => {
    setSheet(undefined)
    letter.send({ ...once(), action: 'withdraw', form: {} })
  }
  const dispute = (reason: string) => {
    setSheet(undefined)
    letter.send({ ...once(), action: 'dispute', form: { reason } })
  }
  if (letter.state === 'waiting') return <LetterNotice letter={letter} again={onDone} />
  /** Sent back as it was, it would only come back again. */
  const isToMend = tone === 'stop'
  const givesUp = isAskedFor(wish) ? '不要这个' : '撤回心愿'
  return (
    <>
      <LetterNotice letter={letter} again={onDone} />
      {can.includes('submit') && !isToMend && (
        <Button
          id="submit"
          kind="p"
          label={isWrittenByOther ? '同意，交上去' : '交上去'}
          busy={isBusy}
          onClick={submit}
        />
      )}
      {can.includes('thank') && (
        <Button id="thank" kind="p" label="说声谢谢" onClick={goTo(`/wishes/mine/thanks?id=${id}`)} />
      )}
      {can.includes('edit') && (
        <Button
          id="edit"
          kind={isToMend ? 'p' : 's'}
          label={isToMend ? '改了再交' : '改一改'}
          onClick={() => edit(wish)}
        />
      )}
      {can.includes('dispute') && <Button id="dispute" kind="q" label="东西不对" onClick={() => setSheet('dispute')} />}
      {can.includes('withdraw') && (
        <Button id="withdraw" kind="q" label={givesUp} onClick={() => setSheet('withdraw')} />
      )}
      {sheet === 'withdraw' && (
        <WithdrawSheet label={givesUp} onWithdraw={withdraw} onClose={() => setSheet(undefined)} />
      )}
      {sheet === 'dispute' && (
        <WhySheet
          id="dispute-sheet"
          title="哪里不对"
          reasons={WRONG}
          label="告诉工会"
          note="工会 5 个工作日内回您。点灯的人看不到"
          onReason={dispute}
          onClose={() => setSheet(undefined)}
        />
      )}
    </>
  )
}
