/** A few small texts as one zip, uncompressed, in base64: enough for a sheet with a head, made on the phone without a library. */

type Entry = { readonly name: string; readonly text: string }

/** UTF-8 by hand: a phone's WeChat has no TextEncoder. */
const bytesOf = (text: string): number[] => {
  const escaped = encodeURIComponent(text).replace(/%(..)/g, (_, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  )
  return Array.from(escaped, (sign) => sign.charCodeAt(0))
}

const POLYNOMIAL = 0xedb88320
const crcOf = (bytes: readonly number[]): number => {
  let crc = 0xffffffff
  for (const byte of bytes) {
    crc ^= byte
    for (let bit = 0; bit < 8; bit += 1) crc = crc & 1 ? (crc >>> 1) ^ POLYNOMIAL : crc >>> 1
  }
  return (crc ^ 0xffffffff) >>> 0
}

const two = (value: number): number[] => [value & 0xff, (value >>> 8) & 0xff]
const four = (value: number): number[] => [...two(value & 0xffff), ...two(value >>> 16)]

/** 1 January 1980, the first day a zip can name: the sheet is the same whenever it is made. */
const FIRST_DAY = 0x21
/** Version 2.0, names in UTF-8, stored, at no particular hour. */
const facts = [...two(20), ...two(0x0800), ...two(0), ...two(0), ...two(FIRST_DAY)]

const sizesOf = (name: readonly number[], body: readonly number[]): number[] => [
  ...facts,
  ...four(crcOf(body)),
  ...four(body.length),
  ...four(body.length),
  ...two(name.length),
  ...two(0),
]

export const zipOf = (entries: readonly Entry[]): number[] => {
  const out: number[] = []
  const directory: number[] = []
  for (const { name, text } of entries) {
    const [title, body] = [bytesOf(name), bytesOf(text)]
    const where = out.length
    out.push(...four(0x04034b50), ...sizesOf(title, body), ...title, ...body)
    directory.push(...four(0x02014b50), ...two(20), ...sizesOf(title, body))
    directory.push(...two(0), ...two(0), ...two(0), ...four(0), ...four(where), ...title)
  }
  const count = two(entries.length)
  const end = [...four(0x06054b50), ...two(0), ...two(0), ...count, ...count]
  return [...out, ...directory, ...end, ...four(directory.length), ...four(out.length), ...two(0)]
}

const SIGNS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'

export const base64Of = (bytes: readonly number[]): string => {
  let text = ''
  for (let at = 0; at < bytes.length; at += 3) {
    const [a = 0, b, c] = bytes.slice(at, at + 3)
    const signs = [a >> 2, ((a & 3) << 4) | ((b ?? 0) >> 4), (((b ?? 0) & 15) << 2) | ((c ?? 0) >> 6), (c ?? 0) & 63]
    const shown = b === undefined ? 2 : c === undefined ? 3 : 4
    text += signs
      .slice(0, shown)
      .map((sign) => SIGNS[sign])
      .join('')
      .padEnd(4, '=')
  }
  return text
}
