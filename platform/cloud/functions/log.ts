/** What functions print, as JSON lines in the data folder and, for tests and the console, the last of them in memory. */
import { appendFile, mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import type { Clock } from '../clock'

const KEPT_LINES = 10_000

export interface LogLine {
  fn: string
  level: string
  text: string
}

export class FunctionLog {
  readonly lines: string[] = []
  private unwritten = ''
  private writing: Promise<void> | undefined

  constructor(
    readonly file: string,
    private readonly clock: Clock,
    private readonly isQuiet: boolean,
  ) {
    mkdirSync(dirname(file), { recursive: true })
  }

  write(line: LogLine): void {
    const text = JSON.stringify({ at: this.clock.now().toISOString(), ...line })
    this.lines.push(text)
    if (this.lines.length > KEPT_LINES) this.lines.shift()
    if (!this.isQuiet && (line.level === 'error' || line.level === 'warn')) console.error(`[${line.fn}] ${line.text}`)
    this.unwritten += `${text}\n`
    this.writing ??= this.flush()
  }

  async settled(): Promise<void> {
    await this.writing
  }

  private async flush(): Promise<void> {
    while (this.unwritten !== '') {
      const text = this.unwritten
      this.unwritten = ''
      await new Promise<void>((resolve) => appendFile(this.file, text, { mode: 0o600 }, () => resolve()))
    }
    this.writing = undefined
  }
}
