/** What functions print, as JSON lines in the data folder and, for tests and the console, the last of them in memory. */
import { closeSync, mkdirSync, openSync, writeSync } from 'node:fs'
import { dirname } from 'node:path'
import type { Clock } from '../clock'
import { messageOf } from '../errors'

const KEPT_LINES = 10_000

export interface LogLine {
  fn: string
  level: string
  text: string
}

export class FunctionLog {
  readonly lines: string[] = []
  private file: number | undefined
  private isBroken = false

  constructor(
    path: string,
    private readonly clock: Clock,
    private readonly isQuiet: boolean,
  ) {
    mkdirSync(dirname(path), { recursive: true })
    this.file = openSync(path, 'a', 0o600)
  }

  /** Written before it returns: what a test or an operator then looks for is there. */
  write(line: LogLine): void {
    const text = JSON.stringify({ at: this.clock.now().toISOString(), ...line })
    this.lines.push(text)
    if (this.lines.length > KEPT_LINES) this.lines.shift()
    if (!this.isQuiet && (line.level === 'error' || line.level === 'warn')) console.error(`[${line.fn}] ${line.text}`)
    this.append(`${text}\n`)
  }

  /** A full disk costs the line and no more; it is said once. */
  private append(text: string): void {
    if (this.file === undefined) return
    try {
      writeSync(this.file, text)
    } catch (failure) {
      if (!this.isBroken) console.error(`What functions print is no longer kept: ${messageOf(failure)}.`)
      this.isBroken = true
    }
  }

  close(): void {
    if (this.file !== undefined) closeSync(this.file)
    this.file = undefined
  }
}
