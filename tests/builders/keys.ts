/** Key rings that are the same in every run: what they protect here is made up. */
const key = (sign: string): string => Buffer.from(sign.repeat(32)).toString('base64')

/** As NUANHU_KEYS carries it; `ids` are the keys it holds, the last of them the current one. */
export const aKeyRing = (...ids: readonly string[]): string => {
  const held = ids.length > 0 ? ids : ['k1']
  return JSON.stringify({
    encrypt: { current: held.at(-1), keys: Object.fromEntries(held.map((id) => [id, key(id.at(-1) ?? 'k')])) },
    hash: key('h'),
  })
}
