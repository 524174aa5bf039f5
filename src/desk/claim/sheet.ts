/** What every sheet that asks for a deed's form is given. */
import type { DeskClaim } from '../../../domain/claim/views-desk'
import type { AppError } from '../../../domain/kernel/errors'
import type { SentDeed } from './deeds'

export type SheetProps = {
  readonly row: DeskClaim
  readonly isBusy: boolean
  readonly error: AppError | undefined
  readonly onSend: (sent: SentDeed) => void
  readonly onClose: () => void
}

/** The reason of last time: what was written is not written twice. */
export const reasonIn = (tried: SentDeed | undefined, deed: SentDeed['action']): string =>
  tried?.action === deed && 'reason' in tried.form ? tried.form.reason : ''
