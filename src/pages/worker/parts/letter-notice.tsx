/** Where a write stands: 已存在手机里, 正在送, or why it was refused and what to do about it. */
import Taro from '@tarojs/taro'
import { useEffect } from 'react'
import type { AppError, WayOn } from '../../../../domain/kernel/errors'
import { isRefused, type LetterState } from '../../../cloud/outbox'
import { troubleOf } from '../../../cloud/trouble'
import { Notice } from '../../../ui'

type Props = {
  readonly letter: { readonly state: LetterState | 'none'; readonly error: AppError | undefined }
  readonly again: () => void
  readonly ways?: Partial<Record<WayOn, () => void>>
}

/** The notice stands on top of the page, and the button that was tapped at its foot. */
export const useSeen = (shown: unknown): void => {
  useEffect(() => {
    if (shown) void Taro.pageScrollTo({ scrollTop: 0, duration: 0 })
  }, [shown])
}

export function LetterNotice({ letter: { state, error }, again, ways }: Props) {
  useSeen(state === 'waiting' || isRefused({ state }))
  if (state === 'sending') return <Notice kind="info" text="正在送" />
  if (state === 'waiting' && !error) return <Notice kind="wait" text="存好了。有信号就送，不用再点" />
  if (!error) return null
  const { text, action } = troubleOf(error, again, ways)
  return <Notice kind={state === 'waiting' ? 'wait' : 'stop'} text={text} action={action} />
}
