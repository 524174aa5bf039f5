/** Why a wish did not go through: a mistake stands at its row, anything else here, with one way on. */
import type { AppError, ErrorCode } from '../../../domain/kernel/errors'
import { goTo } from '../../cloud/go'
import { troubleOf } from '../../cloud/trouble'
import { useSeen } from '../../pages/worker/parts/letter-notice'
import { Notice } from '../../ui'

/** Sent again, these would only be refused again. */
const ways: Partial<Record<ErrorCode, { readonly label: string; readonly onClick: () => void }>> = {
  NOT_ELIGIBLE: { label: '看看是哪一条', onClick: goTo('/wishes/make/index') },
  DRIVE_NOT_OPEN: { label: '看下一场', onClick: goTo('/wishes/make/index') },
  WISHES_USED_UP: { label: '看我的心愿', onClick: goTo('/wishes/mine/index') },
}

export function Refused({ error, again }: { error: AppError | undefined; again: () => void }) {
  useSeen(error?.code)
  if (!error || error.detail.fields) return null
  const { text, action } = troubleOf(error, again)
  const words = error.code === 'UNREACHABLE' ? '没有信号，没送出去。写的都存着' : text
  return <Notice id="refused" kind="stop" text={words} action={ways[error.code] ?? action} />
}
