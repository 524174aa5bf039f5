/** Sends one deed over a claim, at the version that was seen. */
import type { DeskClaim } from '../../../domain/claim/views-desk'
import { claims } from '../parts/claims-api'
import type { Sent } from './deeds'

type Seen = Pick<DeskClaim, 'id' | 'version'>

export const send = ({ id, version }: Seen, sent: Sent, requestId: string) =>
  claims.act({ id, version, requestId, ...sent })
