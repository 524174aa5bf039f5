/** Replays what a cloud wrote, commit by commit: every state its disk was ever in, and so all that a crash could have left. */
import { closeSync, copyFileSync, ftruncateSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'libsql'
import * as v from 'valibot'
import { decodeStored } from '../../../platform/cloud/db/values'
import { type Commit, readLog } from './frames'

/** Collection → what is looked at of its documents. */
type Shapes = Readonly<Record<string, v.GenericSchema>>
export type Moment<S extends Shapes> = { readonly [N in keyof S]: readonly v.InferOutput<S[N]>[] }

const Table = v.object({ number: v.number() })
const Row = v.object({ seq: v.number(), version: v.number() })
const Text = v.object({ doc: v.string() })

const FILE = 'cloud.db'

/** A copy of the database that each commit is written into, as the log's owner would move it in. */
class Image {
  private readonly folder = mkdtempSync(join(tmpdir(), 'nuanhu-replay-'))
  private readonly file = join(this.folder, FILE)
  private readonly held: number
  private readonly database: Database.Database
  private readonly read = new Map<string, unknown>()
  private commits = 0

  constructor(
    dataDir: string,
    private readonly pageSize: number,
  ) {
    copyFileSync(join(dataDir, FILE), this.file)
    this.held = openSync(this.file, 'r+')
    this.stamp()
    this.database = new Database(this.file)
  }

  write({ pages, size }: Commit): void {
    for (const { number, content } of pages)
      writeSync(this.held, content, 0, this.pageSize, (number - 1) * this.pageSize)
    ftruncateSync(this.held, size * this.pageSize)
    this.commits += 1
    this.stamp()
  }

  of(name: string, shape: v.GenericSchema): unknown[] {
    const found: unknown = this.database.prepare('SELECT number FROM collections WHERE name = ?').get([name])
    if (!found) return []
    const table = `c${v.parse(Table, found).number}`
    const rows = v.parse(v.array(Row), this.database.prepare(`SELECT seq, version FROM ${table} ORDER BY seq`).all([]))
    return rows.map(({ seq, version }) => {
      const key = `${table}/${seq}/${version}`
      const known = this.read.get(key)
      if (known !== undefined) return known
      const { doc } = v.parse(Text, this.database.prepare(`SELECT doc FROM ${table} WHERE seq = ?`).get([seq]))
      const document = v.parse(shape, decodeStored(doc))
      this.read.set(key, document)
      return document
    })
  }

  close(): void {
    this.database.close()
    closeSync(this.held)
    rmSync(this.folder, { recursive: true, force: true })
  }

  /** Without a log of its own, and with a count of changes that tells the reader to look again. */
  private stamp(): void {
    writeSync(this.held, Buffer.from([1, 1]), 0, 2, 18)
    const count = Buffer.alloc(4)
    count.writeUInt32BE(this.commits)
    writeSync(this.held, count, 0, 4, 24)
  }
}

/**
 * From now on the log keeps every commit: a reader that goes on reading holds it from being emptied. Nothing may be
 * under way when it begins, and the cloud has to be down when it is replayed.
 */
export const keepLog = (dataDir: string) => {
  const file = join(dataDir, FILE)
  const reader = new Database(file)
  reader.exec('BEGIN')
  reader.prepare('SELECT count(*) FROM collections').get([])
  const before = readLog(file)
  return {
    *replay<const S extends Shapes>(shapes: S): Generator<Moment<S>> {
      const { pageSize, salt, commits } = readLog(file)
      const known = salt === before.salt ? before.commits.length : 0
      const image = new Image(dataDir, pageSize)
      try {
        for (const [at, commit] of commits.entries()) {
          image.write(commit)
          if (at < known) continue
          const seen = Object.entries(shapes).map(([name, shape]) => [name, image.of(name, shape)])
          yield Object.fromEntries(seen) as Moment<S>
        }
      } finally {
        image.close()
      }
    },
    letGo: (): void => {
      reader.close()
    },
  }
}
