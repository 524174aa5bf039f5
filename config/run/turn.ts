/** One process at a time builds into a folder: a second one waits, and then finds its work done. */
import { closeSync, mkdirSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs'
import { dirname } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'

const LOOK_AGAIN_MS = 300

const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}

/** Nobody yet, when the file is just being written or taken away. */
const NOBODY = 0

function holderOf(file: string): number {
  try {
    return Number(readFileSync(file, 'utf8'))
  } catch {
    return NOBODY
  }
}

/** Undefined when the turn is ours; else whose it is. */
function take(file: string): number | undefined {
  mkdirSync(dirname(file), { recursive: true })
  try {
    const opened = openSync(file, 'wx')
    writeSync(opened, String(process.pid))
    closeSync(opened)
    return undefined
  } catch {
    return holderOf(file)
  }
}

/** Whoever held it and was killed gives it up. */
export async function inTurn<T>(file: string, act: () => Promise<T>, onWaiting: (pid: number) => void): Promise<T> {
  let told = NOBODY
  for (let holder = take(file); holder !== undefined; holder = take(file)) {
    if (holder !== NOBODY && !isAlive(holder)) {
      rmSync(file, { force: true })
      continue
    }
    if (holder !== told) onWaiting(holder)
    told = holder
    await pause(LOOK_AGAIN_MS)
  }
  try {
    return await act()
  } finally {
    rmSync(file, { force: true })
  }
}
