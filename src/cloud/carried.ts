/** Pictures that travel in a letter: they stay in this phone until it goes, and nothing of them leaves before. */
import type { Ask } from '../../domain/kernel/client'
import { toAppError } from './delivery'

const MARK = 'carried:'
/** Only where a phone keeps its own files: whatever else somebody writes is a word and no picture. */
const CARRIED = /"carried:((?:wxfile|https?):\/\/[^"\\]+)"/g

/** Stands in a letter for the picture at this path, in place of the id it will have. */
export const carried = (path: string): string => `${MARK}${path}`

export const carriedIn = (input: unknown): string[] => {
  const found = JSON.stringify(input ?? null).match(CARRIED) ?? []
  return [...new Set(found.map((quoted) => quoted.slice(MARK.length + 1, -1)))]
}

const withIds = (input: unknown, ids: ReadonlyMap<string, string>): unknown =>
  JSON.parse(JSON.stringify(input).replace(CARRIED, (quoted, path: string) => JSON.stringify(ids.get(path) ?? quoted)))

/** Puts up what a letter carries, then asks; what went up is not sent again while the same letter is tried again. */
export const carrying = (ask: Ask, upload: (path: string) => Promise<string>): Ask => {
  const ids = new Map<string, string>()
  return async (name, endpoint, input) => {
    const paths = carriedIn(input)
    if (paths.length === 0) return ask(name, endpoint, input)
    try {
      for (const path of paths) if (!ids.has(path)) ids.set(path, await upload(path))
      return await ask(name, endpoint, withIds(input, ids))
    } catch (failure) {
      /** What was refused may be refused for a picture that lay in the inbox too long. */
      if (toAppError(failure).code !== 'UNREACHABLE') for (const path of paths) ids.delete(path)
      throw failure
    }
  }
}
