/** Whether a WeChat phone has a signal, and when it comes back. */
import Taro from '@tarojs/taro'

let isUp = true
const listeners = new Set<() => void>()

const turn = (next: boolean): void => {
  if (next === isUp) return
  isUp = next
  for (const listener of listeners) listener()
}

Taro.getNetworkType()
  .then(({ networkType }) => turn(networkType !== 'none'))
  .catch(() => turn(true))
Taro.onNetworkStatusChange(({ isConnected }) => turn(isConnected))

export const isOnline = (): boolean => isUp

export const onSignalChange = (listener: () => void): (() => void) => {
  listeners.add(listener)
  return () => {
    listeners.delete(listener)
  }
}

/** The app comes back to the front. */
export const onReturn = (listener: () => void): void => Taro.onAppShow(listener)
