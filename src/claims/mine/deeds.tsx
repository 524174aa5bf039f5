/** What its owner may do with a claim now, as the cloud sent it along; what waits for them is the one red button. */
import { View } from '@tarojs/components'
import { useState } from 'react'
import type { MyClaim } from '../../../domain/claim/views'
import { onOf, sayDay } from '../../../domain/kernel/time'
import { goTo } from '../../cloud/go'
import { useLetter } from '../../cloud/letter'
import { newRequestId } from '../../cloud/random'
import { LetterNotice } from '../../pages/worker/parts/letter-notice'
import { Button } from '../../ui'
import { WhySheet } from '../../wishes/mine/why-sheet'
import { urlOf } from '../claim/draft'
import { claimApi } from '../parts/api'
import { isToCard } from '../parts/money'
import { MissSheet, WithdrawSheet } from './sheets'

type Props = { readonly claim: MyClaim; readonly onDone: () => void }
type Open = 'withdraw' | 'appeal' | 'miss'

export function ClaimDeeds({ claim, onDone }: Props) {
  const { id, version, can } = claim
  const [sheet, setSheet] = useState<Open>()
  const letter = useLetter(claimApi, 'act', onDone)
  const isBusy = letter.state === 'sending'
  const close = () => setSheet(undefined)
  const once = () => ({ requestId: newRequestId(), id, version })
  const send = (action: 'confirm' | 'miss' | 'withdraw') => {
    close()
    letter.send({ ...once(), action, form: {} })
  }
  const appeal = (reason: string) => {
    close()
    letter.send({ ...once(), action: 'appeal', form: { reason } })
  }
  if (letter.state === 'waiting') return <LetterNotice letter={letter} again={onDone} />
  return (
    <>
      <LetterNotice letter={letter} again={onDone} />
      <GoOn claim={claim} />
      {can.includes('confirm') && (
        <Came claim={claim} isBusy={isBusy} onCame={() => send('confirm')} onMissed={() => setSheet('miss')} />
      )}
      {can.includes('appeal') && (
        <Button id="appeal" kind="s" label={appealWords(claim)} busy={isBusy} onClick={() => setSheet('appeal')} />
      )}
      {can.includes('withdraw') && (
        <Button id="withdraw" kind="q" label="收回这份" busy={isBusy} onClick={() => setSheet('withdraw')} />
      )}
      {sheet === 'withdraw' && <WithdrawSheet onWithdraw={() => send('withdraw')} onClose={close} />}
      {sheet === 'miss' && <MissSheet claim={claim} onMissed={() => send('miss')} onClose={close} />}
      {sheet === 'appeal' && (
        <WhySheet
          id="appeal-sheet"
          title="说说为什么"
          reasons={[]}
          label="再评一次"
          note="换一个人看，原来看的人不能再看"
          onReason={appeal}
          onClose={close}
        />
      )}
    </>
  )
}

const appealWords = ({ appealBy }: MyClaim): string =>
  appealBy ? `不服，再评一次（${sayDay(onOf(appealBy), new Date())}前）` : '不服，再评一次'

/** What its owner has to do before it goes on. */
function GoOn({ claim: { id, programmeId, can } }: { readonly claim: MyClaim }) {
  const goForm = goTo(urlOf('index', programmeId, id))
  if (can.includes('mend')) return <Button id="mend" kind="p" label="去改" onClick={goForm} />
  if (can.includes('submit')) return <Button id="go-on" kind="p" label="接着填" onClick={goForm} />
  if (can.includes('repair'))
    return <Button id="repair" kind="p" label="改卡号" onClick={goTo(`/claims/mine/card?id=${id}`)} />
  return null
}

type CameProps = {
  readonly claim: MyClaim
  readonly isBusy: boolean
  readonly onCame: () => void
  readonly onMissed: () => void
}

function Came({ claim: { gives, can }, isBusy, onCame, onMissed }: CameProps) {
  const isMoney = isToCard(gives)
  return (
    <View>
      <View className="claim-asks">{isMoney ? '钱到了吗？' : '东西拿到了吗？'}</View>
      <Button id="came" kind="p" label={isMoney ? '到了' : '拿到了'} busy={isBusy} onClick={onCame} />
      {can.includes('miss') && (
        <Button id="missed" kind="q" label={isMoney ? '没到' : '没拿到'} busy={isBusy} onClick={onMissed} />
      )}
    </View>
  )
}
