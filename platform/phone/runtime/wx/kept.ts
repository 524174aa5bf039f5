/** Where this phone keeps things: the origin's localStorage, or, where a browser grants a page in a frame none, its memory. */

export interface Kept {
  keys(): string[]
  read(key: string): string | null
  write(key: string, text: string): void
  remove(key: string): void
}

const lasting = (storage: Storage): Kept => ({
  keys: () => Object.keys(storage),
  read: (key) => storage.getItem(key),
  write: (key, text) => storage.setItem(key, text),
  remove: (key) => storage.removeItem(key),
})

function passing(): Kept {
  const texts = new Map<string, string>()
  return {
    keys: () => [...texts.keys()],
    read: (key) => texts.get(key) ?? null,
    write: (key, text) => void texts.set(key, text),
    remove: (key) => void texts.delete(key),
  }
}

function granted(): Kept {
  try {
    return lasting(localStorage)
  } catch {
    console.warn('[phone] this browser lets a page in a frame keep nothing: what is stored goes with the page')
    return passing()
  }
}

export const kept: Kept = granted()
