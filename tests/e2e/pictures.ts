/** The pictures of a story in the order they were taken, kept beside it for whoever looks at them. */
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { isElsewhere } from './elsewhere'

const folder = isElsewhere ? resolve(__dirname, '..', '..', '.cache', 'elsewhere') : join(__dirname, 'screens')
const taken = new Map<string, number>()

/** What an older telling left behind. */
function forget(story: string): void {
  mkdirSync(folder, { recursive: true })
  const isOfStory = new RegExp(`^${story}-\\d+-`)
  for (const name of readdirSync(folder)) if (isOfStory.test(name)) rmSync(join(folder, name))
}

export function keepPicture(story: string, name: string, png: Buffer): void {
  const before = taken.get(story)
  if (before === undefined) forget(story)
  const now = (before ?? 0) + 1
  taken.set(story, now)
  writeFileSync(join(folder, `${story}-${String(now).padStart(2, '0')}-${name}.png`), png)
}
