/** What can be done to a file of this phone, and how WeChat words it when it cannot. */
import { base64Of, bytesOf, extensionOf } from '../layer/pictures'
import { ApiFailure } from './define'
import { fileStore, OWN, parentOf, placeToSave, tidy } from './files'

type Bytes = Uint8Array<ArrayBuffer>
export type Given = unknown

const MISSING = { errno: 1300002 }
const isPhones = (path: string): boolean => path.startsWith('wxfile://')
export const missing = (deed: string, path: string): ApiFailure =>
  new ApiFailure(`no such file or directory, ${deed} '${path}'`, MISSING)

export function pathIn(given: Given): string {
  if (typeof given !== 'string' || !isPhones(given))
    throw new ApiFailure(`invalid file path, it should begin with wxfile://: ${String(given)}`)
  return tidy(given)
}

/** Only below the app's own folder may anything be written. */
function ownPath(given: Given, deed: string): string {
  const path = pathIn(given)
  if (path !== OWN && !path.startsWith(`${OWN}/`))
    throw new ApiFailure(`permission denied, ${deed} '${path}'`, { errno: 1300013 })
  return path
}

function encode(text: Given, encoding: Given): Bytes {
  if (text instanceof ArrayBuffer) return new Uint8Array(text.slice(0))
  if (typeof text !== 'string') throw new ApiFailure('data should be String or ArrayBuffer')
  if (encoding === 'base64') return bytesOf(text)
  if (encoding === 'hex') return Uint8Array.from(text.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16))
  if (encoding === 'binary' || encoding === 'latin1' || encoding === 'ascii')
    return Uint8Array.from(text, (sign) => sign.charCodeAt(0) & 0xff)
  return new TextEncoder().encode(text)
}

function decode(bytes: Bytes, encoding: Given): string | ArrayBuffer {
  if (encoding === undefined || encoding === null || encoding === '') return bytes.slice().buffer
  if (encoding === 'base64') return base64Of(bytes)
  if (encoding === 'hex') return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('')
  if (encoding === 'binary' || encoding === 'latin1' || encoding === 'ascii')
    return [...bytes].map((byte) => String.fromCharCode(byte)).join('')
  return new TextDecoder().decode(bytes)
}

function access(given: Given): void {
  const path = pathIn(given)
  if (!fileStore.stat(path)) throw missing('access', path)
}

function read(given: Given, encoding: Given): string | ArrayBuffer {
  const path = pathIn(given)
  const bytes = fileStore.bytes(path)
  if (!bytes) throw missing('open', path)
  return decode(bytes, encoding)
}

function write(given: Given, content: Given, encoding: Given): void {
  const path = ownPath(given, 'open')
  if (!fileStore.stat(parentOf(path))) throw missing('open', path)
  fileStore.write(path, encode(content, encoding))
}

function append(given: Given, content: Given, encoding: Given): void {
  const path = ownPath(given, 'open')
  const before = fileStore.bytes(path)
  if (!before) throw missing('open', path)
  const added = encode(content, encoding)
  const all = new Uint8Array(before.length + added.length)
  all.set(before)
  all.set(added, before.length)
  fileStore.write(path, all)
}

function unlink(given: Given): void {
  const path = pathIn(given)
  if (!fileStore.bytes(path)) throw missing('unlink', path)
  fileStore.remove(path)
}

function mkdir(given: Given, isRecursive: Given): void {
  const path = ownPath(given, 'mkdir')
  if (fileStore.stat(path)) throw new ApiFailure(`file already exists, mkdir '${path}'`, { errno: 1301005 })
  if (!fileStore.stat(parentOf(path))) {
    if (isRecursive !== true) throw missing('mkdir', path)
    mkdir(parentOf(path), true)
  }
  fileStore.makeFolder(path)
}

function rmdir(given: Given, isRecursive: Given): void {
  const path = ownPath(given, 'rmdir')
  if (!fileStore.stat(path)?.isFolder) throw missing('rmdir', path)
  const below = fileStore.below(path)
  if (below.length > 0 && isRecursive !== true) throw new ApiFailure(`directory not empty, rmdir '${path}'`)
  for (const one of below) fileStore.stat(one)?.isFolder ? fileStore.removeFolder(one) : fileStore.remove(one)
  fileStore.removeFolder(path)
}

function readdir(given: Given): string[] {
  const path = pathIn(given)
  if (!fileStore.stat(path)?.isFolder) throw missing('readdir', path)
  return fileStore.namesIn(path)
}

function stat(given: Given): object {
  const path = pathIn(given)
  const found = fileStore.stat(path)
  if (!found) throw missing('stat', path)
  const { size, at, isFolder } = found
  const told = { size, mode: isFolder ? 16877 : 33188, lastAccessedTime: at, lastModifiedTime: at }
  return { ...told, isFile: () => !isFolder, isDirectory: () => isFolder }
}

function copy(from: Given, to: Given): void {
  const bytes = fileStore.bytes(pathIn(from))
  if (!bytes) throw missing('copyFile', String(from))
  fileStore.write(ownPath(to, 'copyFile'), bytes.slice())
}

function rename(from: Given, to: Given): void {
  copy(from, to)
  fileStore.remove(pathIn(from))
}

/** Moves a temporary file to where it stays. */
function save(from: Given, to: Given): string {
  const source = pathIn(from)
  const bytes = fileStore.bytes(source)
  if (!bytes) throw missing('saveFile', source)
  const path = typeof to === 'string' ? ownPath(to, 'saveFile') : placeToSave(extensionOf(source))
  fileStore.write(path, bytes)
  fileStore.remove(source)
  return path
}

function truncate(given: Given, length: Given): void {
  const path = ownPath(given, 'truncate')
  const bytes = fileStore.bytes(path)
  if (!bytes) throw missing('truncate', path)
  fileStore.write(path, bytes.slice(0, Number(length ?? 0)))
}

/** Each deed with the names of what it is given, in the order of its synchronous form, and what its answer is called. */
export interface Deed {
  run(...given: Given[]): unknown
  takes: readonly string[]
  answers?: string
}

export const SAVE: Deed = { run: save, takes: ['tempFilePath', 'filePath'], answers: 'savedFilePath' }

export const DEEDS: Record<string, Deed> = {
  access: { run: access, takes: ['path'] },
  readFile: { run: read, takes: ['filePath', 'encoding'], answers: 'data' },
  writeFile: { run: write, takes: ['filePath', 'data', 'encoding'] },
  appendFile: { run: append, takes: ['filePath', 'data', 'encoding'] },
  unlink: { run: unlink, takes: ['filePath'] },
  mkdir: { run: mkdir, takes: ['dirPath', 'recursive'] },
  rmdir: { run: rmdir, takes: ['dirPath', 'recursive'] },
  readdir: { run: readdir, takes: ['dirPath'], answers: 'files' },
  stat: { run: stat, takes: ['path'], answers: 'stats' },
  copyFile: { run: copy, takes: ['srcPath', 'destPath'] },
  rename: { run: rename, takes: ['oldPath', 'newPath'] },
  saveFile: SAVE,
  truncate: { run: truncate, takes: ['filePath', 'length'] },
}
