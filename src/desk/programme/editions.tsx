/** The editions of a programme: when each came, why, and what it changed. */
import type { DeskProgrammeWhole } from '../../../domain/claim/views-desk'
import { sayInstant } from '../../../domain/kernel/time'
import { Card, Row } from '../../ui'
import { changesBetween, type Titles } from '../parts/programme-words'

type Props = { readonly programme: DeskProgrammeWhole; readonly titles: Titles }

export function Editions({ programme: { editions }, titles }: Props) {
  if (editions.length === 0) return null
  const now = new Date()
  const rows = editions.map(({ edition, at, why, details }) => {
    const before = editions.find((other) => other.edition === edition - 1)
    const changes = before ? changesBetween(before.details, details, now, titles) : []
    return { edition, when: sayInstant(at, now), why: why ?? (before ? '' : '第一次开始领'), changes }
  })
  return (
    <Card id="editions" title="每一版">
      {rows.map(({ edition, when, why, changes }) => (
        <Row
          key={edition}
          id={`edition-${edition}`}
          title={`第 ${edition} 版`}
          value={when}
          note={[why, ...changes].filter(Boolean).join('；')}
        />
      ))}
    </Card>
  )
}
