/** wx storage: values by key, with WeChat's limits. */
import { ApiFailure, asyncApis, needed, type Options } from './define'
import { kept } from './kept'
import { isPhonesOwn } from './phone-storage'
import { register } from './registry'

const VALUE_BYTES = 1024 * 1024
const ALL_BYTES = 10 * 1024 * 1024
const LIMIT_KB = 10 * 1024

const keys = (): string[] => kept.keys().filter((key) => !isPhonesOwn(key))

const bytesOf = (text: string): number => new TextEncoder().encode(text).length
const sizeOf = (key: string): number => bytesOf(key) + bytesOf(kept.read(key) ?? '')
const usedBytes = (): number => keys().reduce((sum, key) => sum + sizeOf(key), 0)

function write(key: string, value: unknown): void {
  const text = JSON.stringify({ data: value })
  const size = bytesOf(text)
  if (size > VALUE_BYTES) throw new ApiFailure('entry size limit reached')
  const isFull = usedBytes() - sizeOf(key) + bytesOf(key) + size > ALL_BYTES
  if (isFull) throw new ApiFailure('exceed storage max size 10Mb')
  try {
    kept.write(key, text)
  } catch {
    throw new ApiFailure('exceed storage max size 10Mb')
  }
}

function stored(key: string): { data: unknown } | undefined {
  const text = isPhonesOwn(key) ? null : kept.read(key)
  if (text === null) return undefined
  const value: unknown = JSON.parse(text)
  return typeof value === 'object' && value !== null && 'data' in value ? { data: value.data } : { data: '' }
}

const clear = (): void => {
  for (const key of keys()) kept.remove(key)
}

const describe = (): object => ({
  keys: keys(),
  currentSize: Math.ceil(usedBytes() / 1024),
  limitSize: LIMIT_KB,
})

/** A synchronous call throws what the asynchronous one would fail with. */
function sync<Result>(name: string, work: () => Result): Result {
  try {
    return work()
  } catch (failure) {
    throw new Error(`${name}:fail ${failure instanceof Error ? failure.message : failure}`)
  }
}

const rowsIn = (options: Options, name: string): { key: string; value: unknown }[] => {
  const list = options[name]
  if (!Array.isArray(list)) throw new ApiFailure(`parameter error: parameter.${name} should be Array`)
  return list.map((row: { key?: unknown; value?: unknown }) => ({ key: String(row.key), value: row.value }))
}

register({
  setStorageSync: (key: string, value: unknown) => sync('setStorageSync', () => write(String(key), value)),
  getStorageSync: (key: string) => stored(String(key))?.data ?? '',
  removeStorageSync: (key: string) => kept.remove(String(key)),
  clearStorageSync: clear,
  getStorageInfoSync: describe,
  batchSetStorageSync: (list: unknown) =>
    sync('batchSetStorageSync', () => {
      for (const { key, value } of rowsIn({ list }, 'list')) write(key, value)
    }),
  batchGetStorageSync: (list: unknown[]) => list.map((key) => stored(String(key))?.data ?? ''),
  ...asyncApis({
    setStorage: (options) => write(needed(options, 'key'), options.data),
    getStorage: (options) => {
      const found = stored(needed(options, 'key'))
      if (!found) throw new ApiFailure('data not found')
      return found
    },
    removeStorage: (options) => kept.remove(needed(options, 'key')),
    clearStorage: clear,
    getStorageInfo: describe,
    batchSetStorage: (options) => {
      for (const { key, value } of rowsIn(options, 'kvList')) write(key, value)
    },
  }),
})
