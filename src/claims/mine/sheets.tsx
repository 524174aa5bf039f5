/** What is asked once before a claim is taken back, and before its money is said to be missing. */
import type { MyClaim } from '../../../domain/claim/views'
import { sayDay, toDay } from '../../../domain/kernel/time'
import { Button, Notice, Row, Sheet } from '../../ui'
import { isToCard } from '../parts/money'

type WithdrawProps = { readonly onWithdraw: () => void; readonly onClose: () => void }

export function WithdrawSheet({ onWithdraw, onClose }: WithdrawProps) {
  return (
    <Sheet
      id="withdraw-sheet"
      title="这份不领了？"
      onClose={onClose}
      foot={
        <>
          <Button id="withdraw-keep" kind="s" label="留着" onClick={onClose} />
          <Button id="withdraw-send" kind="q" label="收回这份" onClick={onWithdraw} />
        </>
      }
    >
      <Notice kind="info" text="收回就不办了，排的位子也让出来。没截止，还能再交一份" />
    </Sheet>
  )
}

type MissProps = { readonly claim: MyClaim; readonly onMissed: () => void; readonly onClose: () => void }

/** Most of what is missing went to another card: it is looked at before anybody searches. */
export function MissSheet({ claim: { gives, bank, maskedAccount, paidOn }, onMissed, onClose }: MissProps) {
  const isMoney = isToCard(gives)
  return (
    <Sheet
      id="miss-sheet"
      title={isMoney ? '先对一对' : '没拿到？'}
      onClose={onClose}
      foot={
        <Button id="miss-send" kind="s" label={isMoney ? '对过了，钱没到' : '没拿到，让人去查'} onClick={onMissed} />
      }
    >
      {isMoney && (
        <>
          <Row title="打到哪张卡" value={[bank, maskedAccount].filter(Boolean).join(' ')} />
          <Row title="户名" value="您登记的姓名" />
          {paidOn && <Row title="哪天打的" value={sayDay(toDay(paidOn), new Date())} />}
        </>
      )}
      <Notice
        kind="info"
        text={isMoney ? '银行有时慢一两天。卡号不对也点下面，出纳查到退回来，就能改卡号' : '发的人去查，查到了回您'}
      />
    </Sheet>
  )
}
