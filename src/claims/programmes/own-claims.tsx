/** What this person claimed, on top of what there is to claim: each with its next step, what waits for them first. */
import type { MyClaim } from '../../../domain/claim/views'
import { goTo } from '../../cloud/go'
import { Card, Row } from '../../ui'
import { nextWords } from '../parts/next-line'
import { urgentFirst } from './standing'

const SHOWN = 2

export function OwnClaims({ claims }: { readonly claims: readonly MyClaim[] }) {
  const [shown, rest] = [urgentFirst(claims).slice(0, SHOWN), claims.slice(SHOWN)]
  const now = new Date()
  if (shown.length === 0) return null
  return (
    <Card id="own" title="我的申领">
      {shown.map((claim) => (
        <Row
          key={claim.id}
          id={`own-${claim.id}`}
          title={[claim.title, claim.periodLabel].filter(Boolean).join(' · ')}
          note={`${claim.stateLabel}。${nextWords(claim, now)}`}
          onClick={goTo(`/claims/mine/claim?id=${claim.id}`)}
        />
      ))}
      {rest.length > 0 && (
        <Row id="all-own" title={`看全部 ${claims.length} 份`} onClick={goTo('/claims/mine/index')} />
      )}
    </Card>
  )
}
