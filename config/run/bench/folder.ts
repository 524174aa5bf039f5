/** Folders a bench works in: gone with it, since a million documents are a gigabyte. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

export function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'nuanhu-bench-'))
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }))
  return folder
}
