/** Files a person hands to the phone, and the code in a picture of one. */
import readQr from 'jsqr'
import type { GivenFile } from './sheets'

export interface Picked {
  name: string
  type: string
  bytes: Uint8Array<ArrayBuffer>
}

export function bytesOf(base64: string): Uint8Array<ArrayBuffer> {
  const text = atob(base64)
  const bytes = new Uint8Array(text.length)
  for (let at = 0; at < text.length; at += 1) bytes[at] = text.charCodeAt(at)
  return bytes
}

export function base64Of(bytes: Uint8Array): string {
  let text = ''
  const CHUNK = 0x8000
  for (let at = 0; at < bytes.length; at += CHUNK) text += String.fromCharCode(...bytes.subarray(at, at + CHUNK))
  return btoa(text)
}

const TYPES: Record<string, string> = {
  png: 'image/png',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  gif: 'image/gif',
  webp: 'image/webp',
  svg: 'image/svg+xml',
  pdf: 'application/pdf',
  mp4: 'video/mp4',
  mp3: 'audio/mpeg',
  aac: 'audio/aac',
  wav: 'audio/wav',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
}

export const extensionOf = (name: string): string => /\.([A-Za-z0-9]+)$/.exec(name)?.[1]?.toLowerCase() ?? ''
export const typeOf = (name: string): string => TYPES[extensionOf(name)] ?? 'application/octet-stream'

/** The ending of what came under this type; an address may end in anything. */
export const extensionFor = (type: string, address: string): string => {
  const known = Object.entries(TYPES).find(([, one]) => one === type.split(';')[0])
  const own = extensionOf(address)
  return known?.[0] ?? (own in TYPES ? own : '')
}

export const pickedOf = ({ name, base64, type }: GivenFile): Picked => ({
  name,
  type: type ?? typeOf(name),
  bytes: bytesOf(base64),
})

export const pickedFrom = async (file: File): Promise<Picked> => ({
  name: file.name,
  type: file.type || typeOf(file.name),
  bytes: new Uint8Array(await file.arrayBuffer()),
})

export const blobOf = ({ bytes, type }: Pick<Picked, 'bytes' | 'type'>): Blob => new Blob([bytes], { type })

const LONGEST_SIDE = 1200

/** What the code in the picture says, or undefined when there is none. */
export async function readCode(picture: Blob): Promise<string | undefined> {
  const drawn = await createImageBitmap(picture)
  const scale = Math.min(1, LONGEST_SIDE / Math.max(drawn.width, drawn.height))
  const [width, height] = [Math.round(drawn.width * scale), Math.round(drawn.height * scale)]
  const pen = new OffscreenCanvas(width, height).getContext('2d')
  if (!pen) return undefined
  pen.drawImage(drawn, 0, 0, width, height)
  const pixels = pen.getImageData(0, 0, width, height)
  return readQr(pixels.data, width, height)?.data
}

export const saved: { name: string; size: number }[] = []

/** Hands bytes to the person as a download. */
export function saveAs(blob: Blob, name: string): void {
  saved.push({ name, size: blob.size })
  const link = document.createElement('a')
  link.href = URL.createObjectURL(blob)
  link.download = name
  link.click()
  URL.revokeObjectURL(link.href)
}
