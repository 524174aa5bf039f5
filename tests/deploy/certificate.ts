/** A certificate made on the spot for a server on this machine; whoever is to believe it is handed it by name. */
import { generateKeyPairSync, type KeyObject, randomBytes, sign } from 'node:crypto'

const tlv = (tag: number, ...parts: readonly Uint8Array[]): Buffer => {
  const body = Buffer.concat(parts)
  const size = body.length
  const length = size < 128 ? [size] : size < 256 ? [0x81, size] : [0x82, size >> 8, size & 255]
  return Buffer.concat([Buffer.from([tag, ...length]), body])
}
const sequence = (...parts: readonly Uint8Array[]): Buffer => tlv(0x30, ...parts)
const oid = (hex: string): Buffer => tlv(0x06, Buffer.from(hex, 'hex'))

const ecdsaWithSha256 = sequence(oid('2a8648ce3d040302'))
const commonName = (name: string): Buffer => sequence(tlv(0x31, sequence(oid('550403'), tlv(0x0c, Buffer.from(name)))))
const time = (text: string): Buffer => tlv(0x18, Buffer.from(text))
const extension = (id: string, value: Buffer): Buffer => sequence(oid(id), tlv(0x04, value))

const unsigned = (publicKey: KeyObject, hosts: readonly string[]): Buffer =>
  sequence(
    tlv(0xa0, tlv(0x02, Buffer.from([2]))),
    tlv(0x02, Buffer.from([1]), randomBytes(8)),
    ecdsaWithSha256,
    commonName('nuanhu test'),
    sequence(time('20200101000000Z'), time('20991231235959Z')),
    commonName('nuanhu test'),
    publicKey.export({ type: 'spki', format: 'der' }),
    tlv(
      0xa3,
      sequence(
        extension('551d13', sequence(tlv(0x01, Buffer.from([255])))),
        extension('551d11', sequence(...hosts.map((host) => tlv(0x82, Buffer.from(host))))),
      ),
    ),
  )

const pem = (label: string, der: Buffer): string =>
  `-----BEGIN ${label}-----\n${der.toString('base64').replace(/(.{64})/g, '$1\n')}\n-----END ${label}-----\n`

export function certificateFor(...hosts: readonly string[]): { key: string; cert: string } {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'prime256v1' })
  const body = unsigned(publicKey, hosts)
  const signature = tlv(0x03, Buffer.from([0]), sign('sha256', body, privateKey))
  return {
    key: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    cert: pem('CERTIFICATE', sequence(body, ecdsaWithSha256, signature)),
  }
}
