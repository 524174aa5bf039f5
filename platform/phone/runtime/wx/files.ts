/** The files of this phone by path: wxfile://usr is the app's own and stays, the rest goes with the app. */
import { type Picked, typeOf } from '../layer/pictures'

export const OWN = 'wxfile://usr'
const TEMPORARY = 'wxfile://tmp_'

type Bytes = Uint8Array<ArrayBuffer>

interface Stored {
  bytes: Bytes
  at: number
}

const files = new Map<string, Stored>()
const folders = new Map<string, number>([[OWN, Date.now()]])
const addresses = new Map<string, string>()
let lastTemporary = 0

const seconds = (): number => Math.floor(Date.now() / 1000)

/** A slash at the end makes no difference. */
export const tidy = (path: string): string => path.replace(/\/+$/, '')
export const parentOf = (path: string): string => path.slice(0, path.lastIndexOf('/'))
export const nameOf = (path: string): string => path.slice(path.lastIndexOf('/') + 1)

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
  write(path: string, bytes: Bytes): void {
    forget(tidy(path))
    files.set(tidy(path), { bytes, at: seconds() })
  },
  remove(path: string): void {
    forget(tidy(path))
    files.delete(tidy(path))
  },
  makeFolder: (path: string): void => void folders.set(tidy(path), seconds()),
  removeFolder: (path: string): void => void folders.delete(tidy(path)),
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

export const blobAt = (path: string): Blob | undefined => {
  const bytes = fileStore.bytes(path)
  return bytes && new Blob([bytes], { type: typeOf(path) })
}

export const pickedType = ({ type }: Picked): 'image' | 'video' | 'file' => {
  if (type.startsWith('image/')) return 'image'
  return type.startsWith('video/') ? 'video' : 'file'
}
