/** What becomes of a registration that did not go through at once: kept for later, or refused with a way on. */
import Taro from '@tarojs/taro'
import { useEffect } from 'react'
import { type AppError, type ErrorCode, errors } from '../../../../domain/kernel/errors'
import { goHome, goTo, openPage } from '../../../cloud/go'
import { goScan } from '../../../cloud/go-scan'
import { troubleOf } from '../../../cloud/trouble'
import { BottomBar, Button, Empty, Notice, Screen } from '../../../ui'
import { useSeen } from '../parts/letter-notice'
import { registerDraft } from '../parts/registration'
import { isBadCode } from '../scan/bad-code'

/** `error`: what it waits for, when that is not the signal. */
export function Kept({ isOnline, error }: { isOnline: boolean; error: AppError | undefined }) {
  const trouble = error && troubleOf(error, goHome)
  return (
    <Screen
      title="存好了"
      online={isOnline}
      bottom={
        <BottomBar>
          <Button id="home" kind={trouble ? 'q' : 's'} label="回首页" onClick={goHome} />
          {trouble && <Button id="way-on" kind="p" {...trouble.action} />}
        </BottomBar>
      }
    >
      {trouble && <Notice id="waits" kind="wait" text={trouble.text} />}
      <Empty id="kept" title="存好了" text={`${trouble ? '换了新版' : '有信号'}就送，不用再点。送到了，卡就出来。`} />
    </Screen>
  )
}

/** These end the draft: nothing of it may stay in the phone. */
const pageAfter: Partial<Record<ErrorCode, string>> = {
  UNDERAGE: '/pages/worker/underage/index',
  ALREADY_REGISTERED: '/pages/worker/card/index',
}

type Props = { readonly error: AppError; readonly again: () => void; readonly forget: () => void }

export function Refused({ error, again, forget }: Props) {
  const page = pageAfter[error.code]
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each refusal
  useEffect(() => {
    if (!page) return
    registerDraft.clear()
    forget()
    void Taro.reLaunch({ url: page })
  }, [page])

  useSeen(error.code)

  if (page || error.detail.fields) return null
  const { text } = errors[error.code]
  if (wantsNewCode(error)) return <Notice kind="stop" text={`${text}。您填的都存着`} />
  const { action } = troubleOf(error, again)
  return <Notice kind="stop" text={text} action={phoneWays[error.code] ?? action} />
}

/** The same code would only be refused again: nothing here can be sent before there is another. */
export const wantsNewCode = (error: AppError | undefined): boolean => isBadCode(error?.code)

export function NewCodeBar() {
  return (
    <BottomBar>
      <Button id="type" kind="q" label="输编号" onClick={goTo('/pages/worker/code/index')} />
      <Button id="scan" kind="p" label="扫新码" onClick={() => void goScan()} />
    </BottomBar>
  )
}

/** Sent again, the same code would only be refused again: the number is asked for anew, on its own screen. */
const askPhone = (phoneSource: '' | 'typed') => () => {
  registerDraft.keep({ phoneSource, phoneCode: '' })
  openPage('/pages/worker/register/index?mend=1')
}

const phoneWays: Partial<Record<ErrorCode, { readonly label: string; readonly onClick: () => void }>> = {
  PHONE_CODE_INVALID: { label: '回去取', onClick: askPhone('') },
  PHONE_QUOTA_GONE: { label: '自己输', onClick: askPhone('typed') },
}
