/** Dots as rows without alpha, compressed once: a PNG frames them, and a PDF takes them in as they are. */
import { promisify } from 'node:util'
import { deflate } from 'node:zlib'

type Size = { readonly width: number; readonly height: number }
export type Pixels = Size & { readonly rgba: Buffer }
export type Rows = Size & { readonly compressed: Buffer }

const compress = promisify<Buffer, { level: number }, Buffer>(deflate)

const crcOfByte = Array.from({ length: 256 }, (_, byte) => {
  let crc = byte
  for (let bit = 0; bit < 8; bit += 1) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1
  return crc >>> 0
})

const crcOf = (bytes: Buffer): number => {
  let crc = 0xffffffff
  for (const byte of bytes) crc = (crcOfByte[(crc ^ byte) & 0xff] ?? 0) ^ (crc >>> 8)
  return (crc ^ 0xffffffff) >>> 0
}

const chunk = (type: string, content: Buffer): Buffer => {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), content])
  const framed = Buffer.alloc(body.length + 8)
  framed.writeUInt32BE(content.length, 0)
  body.copy(framed, 4)
  framed.writeUInt32BE(crcOf(body), body.length + 4)
  return framed
}

/** Each row begins with 0, no filter: flat colours shrink well enough without one. */
const rowsOf = ({ width, height, rgba }: Pixels): Buffer => {
  const rows = Buffer.alloc(height * (width * 3 + 1))
  let to = 0
  let from = 0
  for (let y = 0; y < height; y += 1) {
    to += 1
    for (let x = 0; x < width; x += 1, from += 4, to += 3) {
      rows[to] = rgba[from] ?? 0
      rows[to + 1] = rgba[from + 1] ?? 0
      rows[to + 2] = rgba[from + 2] ?? 0
    }
  }
  return rows
}

export const compressRows = async (pixels: Pixels): Promise<Rows> => {
  const { width, height } = pixels
  return { width, height, compressed: await compress(rowsOf(pixels), { level: 6 }) }
}

export const encodePng = ({ width, height, compressed }: Rows, dotsPerInch: number): Buffer => {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.set([8, 2, 0, 0, 0], 8)
  const density = Buffer.alloc(9)
  const dotsPerMetre = Math.round(dotsPerInch / 0.0254)
  density.writeUInt32BE(dotsPerMetre, 0)
  density.writeUInt32BE(dotsPerMetre, 4)
  density[8] = 1
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    chunk('pHYs', density),
    chunk('IDAT', compressed),
    chunk('IEND', Buffer.alloc(0)),
  ])
}
