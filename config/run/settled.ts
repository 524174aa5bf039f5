/** Sees what is saved under some folders, however an editor saves it, and acts once they have come to rest. */
import { existsSync, type FSWatcher, readdirSync, watch } from 'node:fs'
import { join } from 'node:path'

/** An editor saves in several strokes; one act answers them all. */
const SETTLED_MS = 120

export type Watching = { stop(): Promise<void> }

const foldersUnder = (folder: string): string[] =>
  existsSync(folder)
    ? [
        folder,
        ...readdirSync(folder, { withFileTypes: true })
          .filter((entry) => entry.isDirectory())
          .flatMap(({ name }) => foldersUnder(join(folder, name))),
      ]
    : []

/** Each folder is watched by itself: watching recursively, Node 20 on Linux loses a file for good once another takes its name. */
class Folders {
  private readonly watchers = new Map<string, FSWatcher>()

  constructor(
    private readonly roots: readonly string[],
    private readonly onChange: () => void,
  ) {
    this.refresh()
  }

  refresh(): void {
    const there = new Set(this.roots.flatMap(foldersUnder))
    for (const folder of this.watchers.keys()) if (!there.has(folder)) this.forget(folder)
    for (const folder of there) if (!this.watchers.has(folder)) this.watchers.set(folder, this.watch(folder))
  }

  close(): void {
    for (const folder of [...this.watchers.keys()]) this.forget(folder)
  }

  /** A folder that is taken away is no mistake: it is looked for again with the next change. */
  private watch(folder: string): FSWatcher {
    return watch(folder, this.onChange).on('error', () => this.forget(folder))
  }

  private forget(folder: string): void {
    this.watchers.get(folder)?.close()
    this.watchers.delete(folder)
  }
}

/** One act at a time; what is saved while it runs is answered by the next. */
export function onSettled(roots: readonly string[], act: () => Promise<void>): Watching {
  let timer: NodeJS.Timeout | undefined
  let running = Promise.resolve()
  const folders = new Folders(roots, () => {
    clearTimeout(timer)
    timer = setTimeout(() => {
      folders.refresh()
      running = running.then(act)
    }, SETTLED_MS)
  })
  return {
    stop: () => {
      clearTimeout(timer)
      folders.close()
      return running
    },
  }
}
