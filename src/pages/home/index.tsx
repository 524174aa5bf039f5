/** 首页: one thing to do for whoever is new, and what comes next for whoever is registered. */
import { useOnline } from '../../cloud/letters'
import { troubleOf } from '../../cloud/trouble'
import { Notice, Screen, TabBar } from '../../ui'
import { LettersStrip } from '../worker/parts/letters-strip'
import { useMine } from '../worker/parts/mine'
import { BegunClaims } from './begun-claims'
import { Door } from './door'
import { Head } from './head'
import { NextCard } from './next-card'
import { Tiles, WithoutCard } from './tiles'
import './index.css'

export default function HomePage() {
  const isOnline = useOnline()
  const mine = useMine()
  /** Nobody knows whether this person is registered: the door would lead them to do it twice. */
  const isOutdated = mine.state === 'error' && mine.error.code === 'UPGRADE_REQUIRED'
  const card = mine.state === 'ready' ? mine.data.card : undefined
  return (
    <Screen
      title="暖沪"
      online={isOnline}
      head={<Head familyName={card?.maskedName.slice(0, 1)} />}
      tab={<TabBar active={0} />}
    >
      {isOutdated && <Notice id="outdated" kind="wait" {...troubleOf(mine.error, () => void mine.reload())} />}
      {card && <NextCard card={card} isConsentCurrent={mine.state === 'ready' && mine.data.isConsentCurrent} />}
      {!card && !isOutdated && <Door />}
      <LettersStrip />
      <BegunClaims />
      <Tiles entitled={card?.entitlements.filter(({ verdict }) => verdict === 'yes').length} />
      <WithoutCard />
    </Screen>
  )
}
