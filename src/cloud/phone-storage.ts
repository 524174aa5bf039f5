/** This phone's own storage. */
import Taro from '@tarojs/taro'
import { type Answers, type Draft, draftIn } from './drafts'
import type { Storage } from './storage'

export const phoneStorage: Storage = {
  read: (key) => Taro.getStorageSync(key),
  write: (key, value) => Taro.setStorageSync(key, value),
  remove: (key) => Taro.removeStorageSync(key),
  keys: () => Taro.getStorageInfoSync().keys,
}

/** The draft of one form on this phone; `empty` names its questions. */
export const draftOf = <A extends Answers>(name: string, empty: A): Draft<A> => draftIn(phoneStorage, name, empty)
