/** A picture a phone sent: typed by its content and not by its name, its location and maker stripped, put where no client reads. */
import { createHash } from 'node:crypto'
import { AppError } from '../../domain/kernel/errors'
import { files } from './cloud'

const MAX_BYTES = 5_000_000
const JPEG_START = 0xffd8
const SCAN = 0xda
/** APP1 to APP15 carry Exif, XMP, maker's notes; COM a comment. The picture needs none of them; APP0 and APP14 say how to read its colours. */
const isTold = (marker: number): boolean =>
  (marker > 0xe0 && marker <= 0xef && marker !== 0xee && marker !== 0xe2) || marker === 0xfe

const strippedJpeg = (bytes: Buffer): Buffer => {
  const kept = [bytes.subarray(0, 2)]
  let at = 2
  while (at + 4 <= bytes.length) {
    if (bytes[at] !== 0xff) throw new Error('not a JPEG after all')
    const marker = bytes[at + 1] ?? 0
    if (marker === SCAN) return Buffer.concat([...kept, bytes.subarray(at)])
    const end = at + 2 + bytes.readUInt16BE(at + 2)
    if (!isTold(marker)) kept.push(bytes.subarray(at, end))
    at = end
  }
  throw new Error('a JPEG without a picture')
}

const PNG_START = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
const PNG_KEPT = new Set(['IHDR', 'PLTE', 'IDAT', 'IEND', 'tRNS', 'gAMA', 'cHRM', 'sRGB', 'iCCP', 'sBIT', 'pHYs'])

const strippedPng = (bytes: Buffer): Buffer => {
  const kept: Buffer[] = [PNG_START]
  let at = PNG_START.length
  while (at + 12 <= bytes.length) {
    const end = at + 12 + bytes.readUInt32BE(at)
    const type = bytes.toString('latin1', at + 4, at + 8)
    if (PNG_KEPT.has(type)) kept.push(bytes.subarray(at, end))
    if (type === 'IEND') return Buffer.concat(kept)
    at = end
  }
  throw new Error('a PNG without an end')
}

const stripped = (bytes: Buffer): { content: Buffer; extension: string } => {
  if (bytes.length > 2 && bytes.readUInt16BE(0) === JPEG_START)
    return { content: strippedJpeg(bytes), extension: 'jpg' }
  if (bytes.subarray(0, PNG_START.length).equals(PNG_START)) return { content: strippedPng(bytes), extension: 'png' }
  throw new Error('neither JPEG nor PNG')
}

/** From the inbox to `sealed/<folder>/<id>`, with the hash of what is kept; the same id again is the same file. Throws FILE_UNREADABLE. */
export const takePicture = async (
  inboxId: string,
  folder: string,
  id: string,
): Promise<{ fileId: string; hash: string }> => {
  if (!inboxId.includes('/inbox/')) throw new AppError('FILE_UNREADABLE', { reason: 'not from the inbox' })
  try {
    const bytes = await files.read(inboxId)
    if (bytes.length > MAX_BYTES) throw new Error(`${bytes.length} bytes`)
    const { content, extension } = stripped(bytes)
    const hash = createHash('sha256').update(content).digest('hex')
    return { fileId: await files.put(`sealed/${folder}/${id}.${extension}`, content), hash }
  } catch (error) {
    throw new AppError('FILE_UNREADABLE', { reason: error instanceof Error ? error.message : String(error) })
  }
}

/** The same, where nobody asks for the hash. */
export const sealPicture = async (inboxId: string, folder: string, id: string): Promise<string> =>
  (await takePicture(inboxId, folder, id)).fileId
