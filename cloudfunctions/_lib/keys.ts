/** The key ring, from one environment variable: encryption keys by id, and the hash key apart from them. */
import * as v from 'valibot'

const Key = v.pipe(
  v.string(),
  v.transform((text) => Buffer.from(text, 'base64')),
  v.check((key) => key.length === 32, 'a key is 32 bytes'),
)

const Ring = v.pipe(
  v.string('NUANHU_KEYS is not set'),
  v.parseJson(),
  v.strictObject({
    encrypt: v.strictObject({
      current: v.string(),
      keys: v.record(v.pipe(v.string(), v.regex(/^[a-z0-9]{1,16}$/)), Key),
    }),
    hash: Key,
  }),
  v.check(({ encrypt }) => encrypt.keys[encrypt.current] !== undefined, 'the current key is not in the ring'),
)

let ring: v.InferOutput<typeof Ring> | undefined

/** Parsed once for each instance; an instance without keys answers nothing at all. */
export const keys = (): v.InferOutput<typeof Ring> => {
  ring ??= v.parse(Ring, process.env.NUANHU_KEYS)
  return ring
}
