/** What becomes of a claim that did not go at once: kept for later, or refused with a way on. */
import Taro from '@tarojs/taro'
import type { AppError, ErrorCode } from '../../../domain/kernel/errors'
import { goHome, goTo } from '../../cloud/go'
import { outbox } from '../../cloud/letters'
import { troubleOf } from '../../cloud/trouble'
import { useSeen } from '../../pages/worker/parts/letter-notice'
import { BottomBar, Button, Empty, Notice, Screen } from '../../ui'

/** `error`: what it waits for, when that is not the signal. */
export function Kept({ isOnline, error }: { readonly isOnline: boolean; readonly error: AppError | undefined }) {
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
      {!trouble && isOnline && (
        <Notice
          id="again"
          kind="wait"
          text="没传上"
          action={{ label: '点这里再传', onClick: () => void outbox.flush() }}
        />
      )}
      <Empty
        id="kept"
        title="存好了"
        text={`${trouble ? '换了新版' : '有信号'}就送，照片也一起送，不用再点。送到了，在我的申领里看得到。`}
      />
    </Screen>
  )
}

type Way = { readonly label: string; readonly onClick: () => void }

const mine: Way = { label: '看我的申领', onClick: goTo('/claims/mine/index') }
const others: Way = { label: '看看能领什么', onClick: goTo('/claims/programmes/index') }

/** Sent again, these would only be refused again. */
const ways: Partial<Record<ErrorCode, Way>> = {
  CLAIMED_ALREADY: mine,
  ACTION_NOT_ALLOWED: mine,
  CLAIM_NOT_ELIGIBLE: { ...others, label: '看看是哪一条' },
  CLAIM_EXCLUDED: others,
  PROGRAMME_CLOSED: others,
}

type Props = { readonly error: AppError | undefined; readonly again: () => void; readonly restart: string }

/** The programme has another edition now, or somebody moved the claim: what was filled in is kept, what is asked is read anew. */
const anew: readonly ErrorCode[] = ['CONFLICT']

export function Refused({ error, again, restart }: Props) {
  useSeen(error?.code)
  if (!error) return null
  const { text, action } = troubleOf(error, again)
  const reread: Way = { label: '看新的', onClick: () => void Taro.redirectTo({ url: restart }) }
  if (anew.includes(error.code))
    return <Notice id="refused" kind="stop" text="规定刚改过。您填的都在，再看一遍" action={reread} />
  return <Notice id="refused" kind="stop" text={text} action={ways[error.code] ?? action} />
}
