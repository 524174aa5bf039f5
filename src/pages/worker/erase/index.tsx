/** Withdraws consent and erases, after naming what goes and what must be kept sealed; nothing of it stays in the phone. */
import { useState } from 'react'
import { keptAfterErasure } from '../../../../domain/worker/consent'
import type { WorkerCard } from '../../../../domain/worker/views'
import { workers } from '../../../cloud/apis'
import { forgetCopies } from '../../../cloud/ask'
import { useDeed } from '../../../cloud/deed'
import { goBack, goHome } from '../../../cloud/go'
import { outbox } from '../../../cloud/letters'
import { BottomBar, Button, Card, Empty, Row } from '../../../ui'
import { AskedPage, Wrong } from '../parts/asked-page'
import { useMine } from '../parts/mine'
import { NoCard } from '../parts/no-card'

export default function ErasePage() {
  const asked = useMine()
  const [isGone, setGone] = useState(false)
  return (
    <AskedPage title="删掉我的登记" asked={asked}>
      {({ card }) => {
        if (isGone) return <Gone />
        return card?.can.includes('erase') ? <Form card={card} onGone={() => setGone(true)} /> : <NoCard />
      }}
    </AskedPage>
  )
}

type Sealed = (typeof keptAfterErasure)[number]

/** A ground nobody has checked against the law's own text says so. */
const sourceOf = ({ source, isSourced }: Sealed): string => (isSourced ? source : `${source}，原文还在核对`)

function Form({ card, onGone }: { card: WorkerCard; onGone: () => void }) {
  const deed = useDeed()
  const erase = async () => {
    const isDone = await deed.run(async (requestId) => {
      await workers.act({ requestId, id: card.id, version: card.version, action: 'erase', form: {} })
    })
    if (!isDone) return
    for (const letter of outbox.letters('worker')) outbox.forget(letter.id)
    forgetCopies()
    onGone()
  }
  return (
    <>
      {deed.error && <Wrong failure={deed.error} again={() => void erase()} />}
      <Card title="会删掉">
        {
          '姓名、手机号、证件号、老家、住处、过年的安排、许过的心愿和说过的话、申领里的卡号和照片、这张卡。还没打钱的申领就不办了。删了找不回来，要用得再登记。'
        }
      </Card>
      <Card title="要封存的">
        {keptAfterErasure.map((row) => (
          <Row key={row.what} title={row.what} note={`${row.why}。封存${row.until}，谁也不能用。${sourceOf(row)}`} />
        ))}
      </Card>
      <BottomBar>
        <Button id="keep" kind="q" label="留着" onClick={goBack} />
        <Button id="erase" kind="q" label="删掉我的登记" busy={deed.isBusy} onClick={() => void erase()} />
      </BottomBar>
    </>
  )
}

function Gone() {
  return (
    <>
      <Empty id="gone" title="删掉了" text="您的姓名、手机号、证件号都删了，手机里也没有了。" />
      <Button id="home" kind="s" label="回首页" onClick={goHome} />
    </>
  )
}
