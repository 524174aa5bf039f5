/** AES-256-GCM over one value; the sealed text names its key, so that keys rotate. */
import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import { keys } from './keys'

const sealedShape = /^e1\.([a-z0-9]{1,16})\.([A-Za-z0-9_-]+)$/
const NONCE = 12
const TAG = 16

/** `place` binds the value to where it stands: a sealed value moved to another document does not open. */
export const encrypt = (plain: string, place: string): string => {
  const { current, keys: byId } = keys().encrypt
  const key = byId[current]
  if (!key) throw new Error(`no key ${current}`)
  const nonce = randomBytes(NONCE)
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(place))
  const sealed = Buffer.concat([nonce, cipher.update(plain, 'utf8'), cipher.final(), cipher.getAuthTag()])
  return `e1.${current}.${sealed.toString('base64url')}`
}

export const decrypt = (sealed: string, place: string): string => {
  const [, keyId = '', body = ''] = sealedShape.exec(sealed) ?? []
  const key = keys().encrypt.keys[keyId]
  if (!key) throw new Error(`sealed under a key this ring does not hold: ${keyId}`)
  const bytes = Buffer.from(body, 'base64url')
  const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, NONCE)).setAAD(Buffer.from(place))
  decipher.setAuthTag(bytes.subarray(-TAG))
  return Buffer.concat([decipher.update(bytes.subarray(NONCE, -TAG)), decipher.final()]).toString('utf8')
}

/** The id of the key a value is sealed under, or undefined for what is not sealed. */
export const sealedUnder = (text: string): string | undefined => sealedShape.exec(text)?.[1]
