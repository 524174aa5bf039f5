/** Says that the worker left this site or the city; scanning a code brings them back. */
import { useState } from 'react'
import { workerApi } from '../../../../domain/worker/api'
import type { WorkerCard } from '../../../../domain/worker/views'
import { goBack } from '../../../cloud/go'
import { useLetter } from '../../../cloud/letter'
import { newRequestId } from '../../../cloud/random'
import { BottomBar, Button, Card, Choice, PickRow } from '../../../ui'
import { AskedPage } from '../parts/asked-page'
import { LetterNotice } from '../parts/letter-notice'
import { useMine } from '../parts/mine'
import { NoCard } from '../parts/no-card'

const places = [
  { value: 'site', text: '不在这里干、不在这里住了', hint: '还在这座城' },
  { value: 'city', text: '离开这座城了', hint: '回老家，或去别处' },
]

export default function LeavePage() {
  const asked = useMine()
  return (
    <AskedPage title="我走了" asked={asked}>
      {({ card }) => (card ? <Form card={card} /> : <NoCard />)}
    </AskedPage>
  )
}

function Form({ card }: { card: WorkerCard }) {
  const [from, setFrom] = useState<'site' | 'city'>()
  const [returnOn, setReturnOn] = useState('')
  const [isMissing, setMissing] = useState(false)
  const letter = useLetter(workerApi, 'act', goBack)
  const choose = (value: string) => {
    setFrom(value === 'city' ? 'city' : 'site')
    setMissing(false)
  }
  const leave = () => {
    if (!from) return setMissing(true)
    const form = { from, ...(from === 'city' && returnOn ? { returnOn } : {}) }
    letter.send({ requestId: newRequestId(), id: card.id, version: card.version, action: 'leave', form })
  }
  return (
    <>
      <LetterNotice letter={letter} again={leave} />
      <Choice
        id="from"
        label={`从 ${card.site.name} 走了？`}
        options={places}
        value={from ?? ''}
        error={isMissing ? '挑一个' : undefined}
        onChange={choose}
      />
      {from === 'city' && (
        <PickRow
          id="returnOn"
          label="哪天回来"
          placeholder="不知道就空着"
          kind="day"
          value={returnOn}
          onChange={setReturnOn}
        />
      )}
      <Card title="以后">到了新地方，扫那里的码，资料不用再填。</Card>
      {letter.state !== 'waiting' && (
        <BottomBar>
          <Button id="stay" kind="q" label="还在这里" onClick={goBack} />
          <Button id="leave" kind="p" label="我走了" busy={letter.state === 'sending'} onClick={leave} />
        </BottomBar>
      )}
    </>
  )
}
