/** Files on the disk under names made from their path, so that no path can leave the folder. */
import { createHash } from 'node:crypto'
import { mkdirSync, rmSync } from 'node:fs'
import { open, readFile, rename } from 'node:fs/promises'
import { join } from 'node:path'
import { CloudError } from '../errors'

export class Disk {
  constructor(private readonly folder: string) {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
  }

  /** Written aside, synced, then put in place: a file is whole or not there. */
  async write(path: string, bytes: Buffer): Promise<void> {
    const place = this.place(path)
    const aside = `${place}.${process.hrtime.bigint()}`
    try {
      const file = await open(aside, 'w', 0o600)
      try {
        await file.writeFile(bytes)
        await file.sync()
      } finally {
        await file.close()
      }
      await rename(aside, place)
    } catch {
      rmSync(aside, { force: true })
      throw new CloudError('STORAGE_REQUEST_FAIL', 'the file was not stored: the disk of the data folder takes no more')
    }
  }

  read(path: string): Promise<Buffer> {
    return readFile(this.place(path))
  }

  remove(path: string): void {
    rmSync(this.place(path), { force: true })
  }

  private place(path: string): string {
    return join(this.folder, createHash('sha256').update(path).digest('hex'))
  }
}
