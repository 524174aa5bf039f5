/** Where a write stands: 已存在手机里, 正在送, or why it was refused and what to do about it. */
import type { AppError } from '../../../../domain/kernel/errors'
import type { LetterState } from '../../../cloud/outbox'
import { troubleOf } from '../../../cloud/trouble'
import { Notice } from '../../../ui'

type Props = {
  readonly letter: { readonly state: LetterState | 'none'; readonly error: AppError | undefined }
  readonly again: () => void
}

export function LetterNotice({ letter: { state, error }, again }: Props) {
  if (state === 'waiting') return <Notice kind="wait" text="存好了。有信号就送，不用再点" />
  if (state === 'sending') return <Notice kind="info" text="正在送" />
  if (state !== 'refused' || !error) return null
  const { text, action } = troubleOf(error, again)
  return <Notice kind="stop" text={text} action={action} />
}
