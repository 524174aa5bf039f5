/** The caller's own wishes, with a kept copy for when there is no signal. */
import { wishApi } from '../../../domain/wish/api'
import type { MyWish } from '../../../domain/wish/views'
import { wishes } from '../../cloud/apis'
import { useAsk } from '../../cloud/ask'

const kept = { name: 'wishes-mine', schema: wishApi.endpoints.mine.output }

export const useMyWishes = () => useAsk(() => wishes.mine({}), kept)

/** A late one says that others know, and whom to call, so that nobody waits in silence. */
export const nextWords = ({ next: { text, isLate } }: MyWish): string =>
  isLate ? `${text}。晚了，上级也看到了，打 12351 问` : text

/** Somebody wrote it down for them, and it waits for their yes. */
export const isAskedFor = ({ isWrittenByOther, can, tone }: MyWish): boolean =>
  isWrittenByOther && tone !== 'stop' && can.includes('submit')
