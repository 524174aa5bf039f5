/** Acknowledges commits once they are on the disk: one fdatasync of the write-ahead log for all that gathered, beside the event loop. */
import { closeSync, fdatasync, fdatasyncSync, openSync } from 'node:fs'

type Settle = (failure: Error | undefined) => void

export class LogSync {
  private readonly log: number
  private gathered: Settle[] = []
  private underway: Settle[] = []
  private isSyncing = false
  /** After one failure nobody knows what the disk holds: nothing more is acknowledged. */
  private failure: Error | undefined

  constructor(databaseFile: string) {
    this.log = openSync(`${databaseFile}-wal`, 'a')
  }

  /** Tells once everything committed so far is on the disk, or that it cannot be. */
  afterSync(settle: Settle): void {
    this.gathered.push(settle)
    this.sync()
  }

  /** For starting up, when nobody else is there yet. */
  syncNow(): void {
    fdatasyncSync(this.log)
  }

  close(): void {
    this.syncNow()
    const waiting = [...this.underway.splice(0), ...this.gathered.splice(0)]
    for (const settle of waiting) settle(this.failure)
    closeSync(this.log)
  }

  private sync(): void {
    if (this.isSyncing || this.gathered.length === 0) return
    this.isSyncing = true
    this.underway = this.gathered
    this.gathered = []
    fdatasync(this.log, (failure) => {
      this.isSyncing = false
      this.failure ??= failure ?? undefined
      for (const settle of this.underway.splice(0)) settle(this.failure)
      this.sync()
    })
  }
}
