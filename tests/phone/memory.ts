/** A phone's storage that keeps what it is given as a phone would: as text. */
import type { Storage } from '../../src/cloud/storage'

export type Memory = Storage & { readonly everything: () => string }

export const memory = (kept: Map<string, string> = new Map()): Memory => ({
  read: (key) => {
    const text = kept.get(key)
    return text === undefined ? '' : JSON.parse(text)
  },
  write: (key, value) => {
    kept.set(key, JSON.stringify(value))
  },
  remove: (key) => {
    kept.delete(key)
  },
  keys: () => [...kept.keys()],
  everything: () => JSON.stringify([...kept]),
})
