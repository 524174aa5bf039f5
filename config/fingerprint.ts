/** Tells whether what a build reads has changed, so that an unchanged tree starts without building. */
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

const filesUnder = (path: string): string[] => {
  if (!existsSync(path)) return []
  if (!statSync(path).isDirectory()) return [path]
  return readdirSync(path)
    .sort()
    .flatMap((name) => filesUnder(join(path, name)))
}

/** One hash over the names and the contents of everything under these paths. */
export function fingerprint(root: string, paths: readonly string[]): string {
  const hash = createHash('sha256')
  for (const path of paths)
    for (const file of filesUnder(join(root, path)))
      hash
        .update(`${file.slice(root.length)}\0`)
        .update(readFileSync(file))
        .update('\0')
  return hash.digest('hex')
}

const read = (file: string): string | undefined => (existsSync(file) ? readFileSync(file, 'utf8') : undefined)

/** What was built is marked beside it, so that deleting dist/ deletes the marks too. */
export const builtMark = (distDir: string, name: string) => {
  const file = join(distDir, '.built', name)
  return {
    is: (print: string): boolean => read(file) === print,
    set: (print: string): void => {
      mkdirSync(dirname(file), { recursive: true })
      writeFileSync(file, print)
    },
  }
}
