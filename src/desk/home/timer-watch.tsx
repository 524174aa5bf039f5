/** Tells whoever runs the city that the timer stopped, or could not do something: nobody else would notice. */
import type { InferOutput } from 'valibot'
import { sayInstant } from '../../../domain/kernel/time'
import { staffApi } from '../../../domain/staff/api'
import type { GrantView } from '../../../domain/staff/schema'
import { staff } from '../../cloud/apis'
import { Notice } from '../../ui'
import { mayCall } from '../parts/access'
import { sayCount } from './counts'

export type Running = InferOutput<(typeof staffApi)['endpoints']['running']['output']>

export const askRunning = async (grants: readonly GrantView[]): Promise<Running | undefined> =>
  mayCall(staffApi.endpoints.running, grants) ? staff.running({}) : undefined

const silentWords = (lastRanAt: string | undefined, now: Date): string =>
  lastRanAt
    ? `到期自动办的事，${sayInstant(lastRanAt, now)} 以后停了。告诉管系统的人。`
    : '到期自动办的事还没开起来。告诉管系统的人。'

export function TimerWatch({ running, now }: { readonly running: Running; readonly now: Date }) {
  const { isSilent, lastRanAt, setAside, hasMore, oldestSetAsideAt } = running
  return (
    <>
      {isSilent && <Notice id="timer-silent" kind="stop" text={silentWords(lastRanAt, now)} />}
      {oldestSetAsideAt && (
        <Notice
          id="set-aside"
          kind="wait"
          text={`有 ${sayCount(setAside, hasMore)} 件到期的事没办成，最早的是${sayInstant(oldestSetAsideAt, now)}。告诉管系统的人。`}
        />
      )}
    </>
  )
}
