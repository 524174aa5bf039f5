/** Reads SQLite's write-ahead log as it lies on the disk: whole commits only, as a start after a crash would find them (sqlite.org/fileformat2.html, §4). */
import { existsSync, readFileSync } from 'node:fs'

export type Page = { readonly number: number; readonly content: Buffer }
/** The pages one commit wrote, and how many pages the database has after it. */
export type Commit = { readonly pages: readonly Page[]; readonly size: number }
export type Log = {
  readonly pageSize: number
  /** Another after each time the log begins anew. */
  readonly salt: string
  readonly commits: readonly Commit[]
}

const HEADER = 32
const FRAME_HEADER = 24
const SUMMED_OF_HEADER = 24
const SUMMED_OF_FRAME = 8

type Sums = readonly [number, number]

const summed = (bytes: Buffer, [first, second]: Sums, isBigEndian: boolean): Sums => {
  let [a, b] = [first, second]
  for (let at = 0; at < bytes.length; at += 8) {
    a = (a + (isBigEndian ? bytes.readUInt32BE(at) : bytes.readUInt32LE(at)) + b) >>> 0
    b = (b + (isBigEndian ? bytes.readUInt32BE(at + 4) : bytes.readUInt32LE(at + 4)) + a) >>> 0
  }
  return [a, b]
}

const sumsAt = (bytes: Buffer, at: number): string => bytes.toString('hex', at, at + 8)
const hexOf = ([a, b]: Sums): string => Buffer.from(Uint32Array.of(a, b).buffer).swap32().toString('hex')

const nothing: Log = { pageSize: 0, salt: '', commits: [] }

/** Up to the first frame that is not whole or belongs to an earlier log; what was never committed is left out. */
export const readLog = (databaseFile: string): Log => {
  const file = `${databaseFile}-wal`
  const bytes = existsSync(file) ? readFileSync(file) : Buffer.alloc(0)
  if (bytes.length < HEADER) return nothing
  const isBigEndian = (bytes.readUInt32BE(0) & 1) === 1
  const pageSize = bytes.readUInt32BE(8)
  const salt = sumsAt(bytes, 16)
  let sums = summed(bytes.subarray(0, SUMMED_OF_HEADER), [0, 0], isBigEndian)
  if (hexOf(sums) !== sumsAt(bytes, 24)) return nothing
  const commits: Commit[] = []
  let pages: Page[] = []
  for (let at = HEADER; at + FRAME_HEADER + pageSize <= bytes.length; at += FRAME_HEADER + pageSize) {
    const content = bytes.subarray(at + FRAME_HEADER, at + FRAME_HEADER + pageSize)
    sums = summed(content, summed(bytes.subarray(at, at + SUMMED_OF_FRAME), sums, isBigEndian), isBigEndian)
    if (sumsAt(bytes, at + 8) !== salt || hexOf(sums) !== sumsAt(bytes, at + 16)) break
    pages.push({ number: bytes.readUInt32BE(at), content })
    const size = bytes.readUInt32BE(at + 4)
    if (size === 0) continue
    commits.push({ pages, size })
    pages = []
  }
  return { pageSize, salt, commits }
}
