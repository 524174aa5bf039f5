/** The files of this phone by path: the app's own folder and what it saved stay, the rest goes with the app. */
import { type Picked, typeOf } from '../layer/pictures'
import { ApiFailure } from './define'
import { disk } from './disk'

export const OWN = 'wxfile://usr'
const SAVED = 'wxfile://store_'
const TEMPORARY = 'wxfile://tmp_'

const LARGEST_BYTES = 100 * 1024 * 1024
const ALL_BYTES = 200 * 1024 * 1024

type Bytes = Uint8Array<ArrayBuffer>

interface Stored {
  bytes: Bytes
  at: number
}

const files = new Map<string, Stored>()
const folders = new Map<string, number>([[OWN, Math.floor(Date.now() / 1000)]])
const addresses = new Map<string, string>()
let lastTemporary = 0

const seconds = (): number => Math.floor(Date.now() / 1000)

/** A slash at the end makes no difference. */
export const tidy = (path: string): string => path.replace(/\/+$/, '')
export const parentOf = (path: string): string => path.slice(0, path.lastIndexOf('/'))
export const nameOf = (path: string): string => path.slice(path.lastIndexOf('/') + 1)

const isSaved = (path: string): boolean => path.startsWith(SAVED)
const stays = (path: string): boolean => path.startsWith(`${OWN}/`) || isSaved(path)

/** What stays shares one room. */
function makeRoom(path: string, size: number): void {
  const others = [...files].filter(([one]) => stays(one) && one !== path)
  const used = others.reduce((sum, [, { bytes }]) => sum + bytes.length, 0)
  if (size <= LARGEST_BYTES && used + size <= ALL_BYTES) return
  throw new ApiFailure('the maximum size of the file storage limit is exceeded', { errno: 1300202 })
}

function forget(path: string): void {
  const address = addresses.get(path)
  if (address !== undefined) URL.revokeObjectURL(address)
  addresses.delete(path)
}

export const fileStore = {
  bytes: (path: string): Bytes | undefined => files.get(tidy(path))?.bytes,
  stat: (path: string): { size: number; at: number; isFolder: boolean } | undefined => {
    const file = files.get(tidy(path))
    if (file) return { size: file.bytes.length, at: file.at, isFolder: false }
    const at = folders.get(tidy(path))
    return at === undefined ? undefined : { size: 0, at, isFolder: true }
  },
  write(given: string, bytes: Bytes): void {
    const [path, at] = [tidy(given), seconds()]
    if (stays(path)) makeRoom(path, bytes.length)
    forget(path)
    files.set(path, { bytes, at })
    if (stays(path)) disk.put({ path, bytes, at })
  },
  remove(given: string): void {
    const path = tidy(given)
    forget(path)
    files.delete(path)
    if (stays(path)) disk.drop(path)
  },
  makeFolder(given: string): void {
    const [path, at] = [tidy(given), seconds()]
    folders.set(path, at)
    disk.put({ path, at })
  },
  removeFolder(given: string): void {
    folders.delete(tidy(given))
    disk.drop(tidy(given))
  },
  /** What stayed from before; once, before the app begins. */
  async load(): Promise<void> {
    for (const { path, bytes, at } of await disk.rows())
      if (bytes) files.set(path, { bytes, at })
      else folders.set(path, at)
  },
  /** What was saved without a place of its own. */
  saved: (): { filePath: string; size: number; createTime: number }[] =>
    [...files].flatMap(([filePath, { bytes, at }]) =>
      isSaved(filePath) ? [{ filePath, size: bytes.length, createTime: at }] : [],
    ),
  /** The names right below a folder. */
  namesIn(path: string): string[] {
    const inside = `${tidy(path)}/`
    const below = [...files.keys(), ...folders.keys()].filter((one) => one.startsWith(inside))
    return [...new Set(below.map((one) => one.slice(inside.length).split('/')[0] ?? ''))]
  },
  /** Everything below a folder, files and folders. */
  below: (path: string): string[] =>
    [...files.keys(), ...folders.keys()].filter((one) => one.startsWith(`${tidy(path)}/`)),
  /** An address a browser can show it from. */
  address(path: string): string | undefined {
    const known = addresses.get(tidy(path))
    const bytes = files.get(tidy(path))?.bytes
    if (known !== undefined || !bytes) return known
    const made = URL.createObjectURL(new Blob([bytes], { type: typeOf(path) }))
    addresses.set(tidy(path), made)
    return made
  },
}

/** A name of its own for what was picked or fetched, with the ending it had. */
export function keepTemporary(bytes: Bytes, extension: string): string {
  lastTemporary += 1
  const path = `${TEMPORARY}${lastTemporary}${extension === '' ? '' : `.${extension}`}`
  fileStore.write(path, bytes)
  return path
}

/** A place for what is saved without one; no other start of the app has taken it. */
export const placeToSave = (extension: string): string =>
  `${SAVED}${crypto.randomUUID().replaceAll('-', '')}${extension === '' ? '' : `.${extension}`}`

export const blobAt = (path: string): Blob | undefined => {
  const bytes = fileStore.bytes(path)
  return bytes && new Blob([bytes], { type: typeOf(path) })
}

export const pickedType = ({ type }: Picked): 'image' | 'video' | 'file' => {
  if (type.startsWith('image/')) return 'image'
  return type.startsWith('video/') ? 'video' : 'file'
}
