/** 留沪服务卡: who you are to the site, what happens next, what you are entitled to, and everything you may do with it. */
import type { WorkerCard } from '../../../../domain/worker/views'
import { goTo } from '../../../cloud/go'
import { Notice } from '../../../ui'
import { AskedPage } from '../parts/asked-page'
import { LettersStrip } from '../parts/letters-strip'
import { useMine } from '../parts/mine'
import { NoCard } from '../parts/no-card'
import { CardActions } from './actions'
import { Entitlements } from './entitlements'
import { CardHead } from './head'
import { CardHistory } from './history'
import { CardHotlines } from './hotlines'

const goAgree = goTo('/pages/worker/agree/index')

export default function CardPage() {
  const asked = useMine()
  return (
    <AskedPage title="留沪服务卡" asked={asked}>
      {({ card, isConsentCurrent }) => (
        <>
          <LettersStrip />
          {card && !isConsentCurrent && (
            <Notice kind="wait" text="说明改过了，再看一遍" action={{ label: '看说明', onClick: goAgree }} />
          )}
          {card ? <Registered card={card} /> : <NoCard />}
        </>
      )}
    </AskedPage>
  )
}

function Registered({ card }: { card: WorkerCard }) {
  const now = new Date()
  return (
    <>
      <CardHead card={card} />
      <Entitlements rows={card.entitlements} />
      <CardActions card={card} />
      <CardHistory card={card} now={now} />
      <CardHotlines now={now} />
    </>
  )
}
