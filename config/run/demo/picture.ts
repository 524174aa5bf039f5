/** The pictures of the demo city, drawn: a gift as a box with a ribbon, a contract as a page nobody can read. */
import { deflateSync } from 'node:zlib'
import type { KindName } from '../../../domain/wish'

type Colour = readonly [number, number, number]

const boxes: Record<KindName, Colour> = {
  schoolBag: [46, 94, 170],
  coat: [150, 46, 40],
  shoes: [120, 84, 50],
  festivalBox: [200, 40, 30],
}
const ribbon: Colour = [246, 198, 91]
const table: Colour = [226, 208, 184]
const wall: Colour = [247, 237, 227]

const WIDE = 240
const HIGH = 180

const colourAt = (x: number, y: number, box: Colour): Colour => {
  const isInBox = x > 60 && x < 180 && y > 60 && y < 150
  if (isInBox) return Math.abs(x - 120) < 8 || Math.abs(y - 95) < 7 ? ribbon : box
  const isBow = (Math.abs(x - 104) < 16 || Math.abs(x - 136) < 16) && y > 44 && y <= 60
  if (isBow) return ribbon
  return y > 120 ? table : wall
}

const crcOf = (bytes: Buffer): number => {
  let crc = 0xffffffff
  for (const byte of bytes) {
    crc ^= byte
    for (let bit = 0; bit < 8; bit += 1) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1
  }
  return (crc ^ 0xffffffff) >>> 0
}

const chunk = (type: string, content: Buffer): Buffer => {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), content])
  const length = Buffer.alloc(4)
  length.writeUInt32BE(content.length)
  const crc = Buffer.alloc(4)
  crc.writeUInt32BE(crcOf(named))
  return Buffer.concat([length, named, crc])
}

function png(colour: (x: number, y: number) => Colour): Buffer {
  const rows = Array.from({ length: HIGH }, (_, y) =>
    Buffer.from([0, ...Array.from({ length: WIDE }, (_, x) => colour(x, y)).flat()]),
  )
  const head = Buffer.alloc(13)
  head.writeUInt32BE(WIDE, 0)
  head.writeUInt32BE(HIGH, 4)
  head.set([8, 2, 0, 0, 0], 8)
  const start = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
  return Buffer.concat([
    start,
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(Buffer.concat(rows))),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

export const giftPicture = (kind: KindName): Buffer => png((x, y) => colourAt(x, y, boxes[kind]))

const sheet: Colour = [250, 250, 246]
const ink: Colour = [120, 120, 124]
const seal: Colour = [200, 40, 30]

/** A page with lines nobody can read and a red stamp. */
export const paperPicture = (): Buffer =>
  png((x, y) => {
    if (x < 40 || x > 200 || y < 10 || y > 170) return table
    const away = Math.hypot(x - 160, y - 135)
    if (away < 24 && away > 19) return seal
    const isLine = y % 14 < 3 && x > 56 && x < 184 - ((y * 7) % 40) && y > 24 && y < 120
    return isLine ? ink : sheet
  })
