/** The site a code stands for, and the question whether this is the right place. */
import type { SiteLine, WorkerCard } from '../../../../domain/worker/views'
import { call } from '../../../cloud/go'
import { Card, Row } from '../../../ui'

export function SiteCard({ site }: { site: SiteLine }) {
  return (
    <Card title={site.name}>
      <Row icon="pin" title={site.address} note={`${site.districtName} ${site.streetName}`} />
      <Row
        icon="tel"
        title={`谁管：${site.keeperName}`}
        note={site.keeperPhone}
        onClick={() => call(site.keeperPhone)}
      />
    </Card>
  )
}

/** What scanning means for somebody who has a card already. */
export type Standing = 'new' | 'here' | 'elsewhere' | 'fixed'

/** Whoever may leave, or waits for this site's answer, is at it; who left may come back to it. */
const isAt = ({ can, next, site }: WorkerCard, siteId: string): boolean =>
  site.siteId === siteId && (can.includes('leave') || next.dueAt !== undefined)

export const standingOf = (card: WorkerCard | undefined, siteId: string): Standing => {
  if (!card || card.can.length === 0) return 'new'
  if (isAt(card, siteId)) return 'here'
  return card.can.includes('changeSite') ? 'elsewhere' : 'fixed'
}
