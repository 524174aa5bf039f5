/** A zip by its directory: nothing is unpacked before its size is known, nor further than the size it claims. */
import { inflateRawSync } from 'node:zlib'

const END = 0x06054b50
const ENTRY = 0x02014b50
const END_BYTES = 22
const ENTRY_BYTES = 46
const LOCAL_BYTES = 30
const LONGEST_COMMENT = 65_535

export type Packed = {
  readonly name: string
  readonly isLocked: boolean
  /** Unpacked, as the directory claims. */
  readonly size: number
  readonly unpack: () => Buffer
}

const endAt = (file: Buffer): number => {
  const lowest = Math.max(0, file.length - END_BYTES - LONGEST_COMMENT)
  for (let at = file.length - END_BYTES; at >= lowest; at -= 1) if (file.readUInt32LE(at) === END) return at
  throw new Error('no end of a zip')
}

const unpacker = (file: Buffer, at: number): (() => Buffer) => {
  const method = file.readUInt16LE(at + 10)
  const packed = file.readUInt32LE(at + 20)
  const size = file.readUInt32LE(at + 24)
  const local = file.readUInt32LE(at + 42)
  return () => {
    const from = local + LOCAL_BYTES + file.readUInt16LE(local + 26) + file.readUInt16LE(local + 28)
    if (from + packed > file.length) throw new Error('the zip is cut off')
    const bytes = file.subarray(from, from + packed)
    if (method === 0) return bytes
    if (method !== 8) throw new Error(`packed by method ${method}`)
    return inflateRawSync(bytes, { maxOutputLength: Math.max(1, size) })
  }
}

/** Throws on what is no zip, or only the beginning of one. */
export const packedIn = (file: Buffer): Map<string, Packed> => {
  const end = endAt(file)
  const entries = new Map<string, Packed>()
  let at = file.readUInt32LE(end + 16)
  for (let left = file.readUInt16LE(end + 10); left > 0; left -= 1) {
    if (file.readUInt32LE(at) !== ENTRY) throw new Error('the directory of the zip is broken')
    const nameBytes = file.readUInt16LE(at + 28)
    const name = file.toString('utf8', at + ENTRY_BYTES, at + ENTRY_BYTES + nameBytes).replaceAll('\\', '/')
    entries.set(name, {
      name,
      isLocked: (file.readUInt16LE(at + 8) & 1) === 1,
      size: file.readUInt32LE(at + 24),
      unpack: unpacker(file, at),
    })
    at += ENTRY_BYTES + nameBytes + file.readUInt16LE(at + 30) + file.readUInt16LE(at + 32)
  }
  return entries
}
