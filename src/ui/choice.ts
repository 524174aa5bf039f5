/** A choice of this phone's owner about the look: kept in the phone, and the same on every page at once. */
import Taro from '@tarojs/taro'
import { useEffect, useState } from 'react'

export type OwnChoice<V extends string> = {
  choose(value: V): void
  use(): V
}

/** `first` is asked only until the person has chosen. */
export function ownChoice<V extends string>(key: string, values: readonly V[], first: () => V): OwnChoice<V> {
  const watchers = new Set<(value: V) => void>()
  let chosen: V | undefined
  const read = (): V => {
    if (chosen === undefined) {
      const stored: unknown = Taro.getStorageSync(key)
      chosen = values.find((value) => value === stored) ?? first()
    }
    return chosen
  }
  const choose = (value: V): void => {
    chosen = value
    Taro.setStorageSync(key, value)
    for (const watch of watchers) watch(value)
  }
  const use = (): V => {
    const [value, setValue] = useState(read)
    useEffect(() => {
      watchers.add(setValue)
      setValue(read())
      return () => {
        watchers.delete(setValue)
      }
    }, [])
    return value
  }
  return { choose, use }
}
