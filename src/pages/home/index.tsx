/** 首页: one thing to do for whoever is new, and what comes next for whoever is registered. */
import { useOnline } from '../../cloud/letters'
import { Screen, TabBar } from '../../ui'
import { LettersStrip } from '../worker/parts/letters-strip'
import { useMine } from '../worker/parts/mine'
import { Door } from './door'
import { Head } from './head'
import { NextCard } from './next-card'
import { Tiles, WithoutCard } from './tiles'
import './index.css'

export default function HomePage() {
  const isOnline = useOnline()
  const mine = useMine()
  const card = mine.state === 'ready' ? mine.data.card : undefined
  return (
    <Screen
      title="暖沪"
      online={isOnline}
      head={<Head familyName={card?.maskedName.slice(0, 1)} />}
      tab={<TabBar active={0} />}
    >
      {card ? (
        <NextCard card={card} isConsentCurrent={mine.state === 'ready' && mine.data.isConsentCurrent} />
      ) : (
        <Door />
      )}
      <LettersStrip />
      <Tiles entitled={card?.entitlements.filter(({ verdict }) => verdict === 'yes').length} />
      <WithoutCard />
    </Screen>
  )
}
