/** The bytes of each package of the built mini-program: what a phone downloads before it shows anything. */
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import * as v from 'valibot'

const AppJson = v.object({ subPackages: v.optional(v.array(v.object({ root: v.string() })), []) })

const filesUnder = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? filesUnder(join(folder, entry.name)) : [join(folder, entry.name)],
  )

const bytesOf = (files: readonly string[]): number => files.reduce((sum, file) => sum + statSync(file).size, 0)

export function packageSizes(weapp: string): { name: string; bytes: number }[] {
  const { subPackages } = v.parse(AppJson, JSON.parse(readFileSync(join(weapp, 'app.json'), 'utf8')))
  const files = filesUnder(weapp)
  const inside = (root: string) => files.filter((file) => file.startsWith(join(weapp, root)))
  const parts = subPackages.map(({ root }) => ({ name: root.replace(/\/$/, ''), bytes: bytesOf(inside(root)) }))
  const total = bytesOf(files)
  return [{ name: 'main', bytes: total - parts.reduce((sum, { bytes }) => sum + bytes, 0) }, ...parts]
}
