/** Sends a decision with exactly the form its row asks for. */
import type { RosterRow } from '../../../domain/worker/views'
import { workers } from '../../cloud/apis'
import type { DeskAction } from './decisions'

type Seen = Pick<RosterRow, 'id' | 'version'>

export const decide = ({ id, version }: Seen, action: DeskAction, reason: string, requestId: string) => {
  const seen = { id, version, requestId }
  return action === 'verify' || action === 'settle'
    ? workers.act({ ...seen, action, form: {} })
    : workers.act({ ...seen, action, form: { reason } })
}
