/** A card the bank did not take: why, and another one or the same with its slip mended; kept as it is typed, sent once. */
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import type { MyClaim } from '../../../domain/claim/views'
import { goBack } from '../../cloud/go'
import { useLetter } from '../../cloud/letter'
import { draftOf } from '../../cloud/phone-storage'
import { newRequestId } from '../../cloud/random'
import { AskedPage } from '../../pages/worker/parts/asked-page'
import { LetterNotice } from '../../pages/worker/parts/letter-notice'
import { BottomBar, Button, Empty, ErrorSummary, Notice } from '../../ui'
import { CardFields } from '../claim/card-fields'
import { cardMistakes } from '../claim/reading'
import { claimApi, useMyClaims } from '../parts/api'

export default function CardPage() {
  const { id } = useRouter().params
  const asked = useMyClaims()
  return (
    <AskedPage title="改卡号" asked={asked}>
      {({ claims }) => {
        const claim = claims.find((one) => one.id === id)
        if (claim?.can.includes('repair')) return <CardForm claim={claim} />
        return <Empty text="卡号已经改好了，或者不用改。" action={{ label: '回去', onClick: goBack }} />
      }}
    </AskedPage>
  )
}

const why = ({ bounceLabel, because, bank, maskedAccount }: MyClaim): string => {
  const card = [bank, maskedAccount].filter(Boolean).join(' ')
  return `${card}，银行没打成：${bounceLabel ?? because ?? '没说为什么'}`
}

function CardForm({ claim }: { readonly claim: MyClaim }) {
  const { id, version } = claim
  const [draft] = useState(() => draftOf(`card-${id}`, { account: '', bank: '' }))
  const [card, setCard] = useState(draft.read)
  const [mistakes, setMistakes] = useState<ReturnType<typeof cardMistakes>>({})
  const letter = useLetter(claimApi, 'act', goBack, { draft: draft.name, resumes: true })
  const send = () => {
    const now = draft.read()
    const wrong = cardMistakes(now)
    setMistakes(wrong)
    if (Object.keys(wrong).length > 0) return
    letter.send({ requestId: newRequestId(), id, version, action: 'repair', form: { card: now } })
  }
  if (letter.state === 'waiting') return <LetterNotice letter={letter} again={goBack} />
  const items = Object.entries(mistakes).map(([fieldId, text]) => ({ fieldId, text }))
  return (
    <>
      <LetterNotice letter={letter} again={send} />
      {items.length > 0 && <ErrorSummary items={items} />}
      <Notice id="why" kind="stop" text={why(claim)} />
      <CardFields
        card={card}
        mistakes={mistakes}
        onChange={(next) => {
          setCard(draft.keep(next))
          setMistakes({})
        }}
      />
      <BottomBar note="户名要和您登记的姓名一样">
        <Button id="send-card" kind="p" label="改好了，再打一次" busy={letter.state === 'sending'} onClick={send} />
      </BottomBar>
    </>
  )
}
