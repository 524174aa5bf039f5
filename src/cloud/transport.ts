/** How one call leaves this phone in WeChat: wx.cloud, which says by itself who calls. */
import Taro from '@tarojs/taro'
import { AppError } from '../../domain/kernel/errors'
import { type Send, Unreached } from './delivery'

const PATIENCE_MS = 15_000

/** WeChat's codes for time-outs (-504003, -404012), throttling (-501003, -501004) and a line that broke. */
const maySendAgain =
  /time[d ]*-?out|-50400[23]|-404012|-50100[34]|network|socket|connect|interrupted|abort|ERR_|request:fail/i

const wordsOf = (failure: unknown): string => {
  if (failure instanceof Error) return failure.message
  return JSON.stringify(failure)
}

const patience = (): { over: Promise<never>; stop: () => void } => {
  let timer: ReturnType<typeof setTimeout> | undefined
  const over = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Unreached('timeout')), PATIENCE_MS)
  })
  return { over, stop: () => clearTimeout(timer) }
}

Taro.cloud.init(CLOUD_ENV ? { env: CLOUD_ENV } : {})

export const send: Send = async (name, call) => {
  const { over, stop } = patience()
  try {
    const { result } = await Promise.race([Taro.cloud.callFunction({ name, data: call }), over])
    return result
  } catch (failure) {
    if (failure instanceof Unreached) throw failure
    const words = wordsOf(failure)
    if (maySendAgain.test(words)) throw new Unreached(words)
    throw new AppError('INTERNAL', { reason: words })
  } finally {
    stop()
  }
}
