/** Which steps of the demo city are done: a start that was interrupted goes on where it stopped. */
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import * as v from 'valibot'
import { CannotGoOn } from '../say'

const Written = v.object({ isLoaded: v.boolean(), steps: v.record(v.string(), v.unknown()) })

export class Journal {
  private readonly file: string
  private readonly written: v.InferOutput<typeof Written>

  constructor(dataDir: string) {
    this.file = join(dataDir, 'demo.json')
    this.written = this.read()
  }

  get isLoaded(): boolean {
    return this.written.isLoaded
  }

  /** Does the step unless it was done; either way answers what it gave. */
  async once<S extends v.GenericSchema>(
    step: string,
    schema: S,
    act: () => Promise<unknown>,
  ): Promise<v.InferOutput<S>> {
    if (!Object.hasOwn(this.written.steps, step)) {
      this.written.steps[step] = await act()
      this.keep()
    }
    return v.parse(schema, this.written.steps[step])
  }

  finish(): void {
    this.written.isLoaded = true
    this.keep()
  }

  private read(): v.InferOutput<typeof Written> {
    if (!existsSync(this.file)) return { isLoaded: false, steps: {} }
    const read = v.safeParse(v.pipe(v.string(), v.parseJson(), Written), readFileSync(this.file, 'utf8'))
    if (read.success) return read.output
    throw new CannotGoOn(`${this.file} is damaged: delete the data folder for a fresh demo city, or use --data.`)
  }

  private keep(): void {
    const half = `${this.file}.half`
    writeFileSync(half, JSON.stringify(this.written), { mode: 0o600 })
    renameSync(half, this.file)
  }
}
