/** Request ids on a WeChat phone, whose random source answers only later: a pool is filled ahead and mixed in. */
import Taro from '@tarojs/taro'

const LENGTH = 16
const POOL = 256
let pool: number[] = []

const fill = (): void => {
  Taro.getRandomValues({ length: POOL })
    .then(({ randomValues }) => {
      pool = Array.from(new Uint8Array(randomValues))
    })
    .catch(() => {
      pool = []
    })
}

const byte = (): number => (pool.pop() ?? 0) ^ Math.floor(Math.random() * 256)

if (Taro.canIUse('getRandomValues')) fill()

/** 32 hexadecimal signs: one for each deed, kept while it is tried again. */
export const newRequestId = (): string => {
  const bytes = Array.from({ length: LENGTH }, byte)
  if (pool.length < LENGTH && Taro.canIUse('getRandomValues')) fill()
  return bytes.map((value) => value.toString(16).padStart(2, '0')).join('')
}
