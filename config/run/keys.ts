/** The key ring as the functions read it from NUANHU_KEYS: made on the first run, turned by `npm run rotate`. */
import { randomBytes } from 'node:crypto'
import * as v from 'valibot'

const KeyRing = v.strictObject({
  encrypt: v.strictObject({ current: v.string(), keys: v.record(v.string(), v.string()) }),
  hash: v.string(),
})
export type KeyRing = v.InferOutput<typeof KeyRing>

const freshKey = (): string => randomBytes(32).toString('base64')

export const freshKeyRing = (): KeyRing => ({
  encrypt: { current: 'k1', keys: { k1: freshKey() } },
  hash: freshKey(),
})

export const readKeyRing = (text: string | undefined): KeyRing =>
  v.parse(v.pipe(v.string(), v.parseJson(), KeyRing), text)

/** The ring with a new current key; the old ones stay until nothing is sealed under them. */
export function withNewKey(ring: KeyRing): KeyRing {
  const used = Object.keys(ring.encrypt.keys).map((id) => Number(id.replace(/\D/g, '')) || 0)
  const id = `k${Math.max(...used) + 1}`
  return { ...ring, encrypt: { current: id, keys: { ...ring.encrypt.keys, [id]: freshKey() } } }
}

/** The hash key stays: what it matches by is not what it hides. */
export const withoutOldKeys = (ring: KeyRing): KeyRing => {
  const { current, keys } = ring.encrypt
  const kept = Object.entries(keys).filter(([id]) => id === current)
  return { ...ring, encrypt: { current, keys: Object.fromEntries(kept) } }
}
