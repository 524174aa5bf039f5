/** Works through whatever is due, page by page, and sets aside what cannot be done. */
import { AppError } from '../../domain/kernel/errors'
import { type CollectionName, command, type DocOf, find, insert, remove } from './cloud'

const PAGE = 100
/** As many at once as one instance sends without waiting in its own queue. */
const AT_ONCE = 10
/** More than this cannot be one row's fault: the job waits for the next minute, and for somebody to look. */
const MOST_SET_ASIDE = 500

/** What one run has done, and until when it may go on. */
export type Run = {
  readonly now: Date
  readonly mayGoOn: () => boolean
  readonly known: ReadonlySet<string>
  done: number
  poisoned: number
}

export type Row<N extends CollectionName> = {
  readonly collection: N
  /** The indexed field that says when a document is due; the deed takes the document out of that range. */
  readonly field: keyof DocOf<N> & string
  readonly until: (now: Date) => string
  readonly act: (doc: DocOf<N>, now: Date) => Promise<unknown>
}
export type Job = (run: Run) => Promise<void>

const poisonId = (collection: string, docId: string): string => `${collection}:${docId}`

/** Where it broke and as what; an error's message may quote a person. */
const whyOf = (error: unknown): string => {
  if (error instanceof AppError) return error.code
  if (!(error instanceof Error)) return 'thrown without an error'
  const place = error.stack?.split('\n').find((line) => /^\s+at /.test(line)) ?? ''
  return `${error.name}${place}`.slice(0, 300)
}

const setAside = async (collection: CollectionName, docId: string, error: unknown, run: Run): Promise<void> => {
  const why = whyOf(error)
  run.poisoned += 1
  console.error(JSON.stringify({ in: 'clock', collection, docId, why }))
  await insert('poisons', { _id: poisonId(collection, docId), collection, docId, why, at: run.now.toISOString() })
}

/** False when the document is not to be tried again in this run. */
const attempt = async <N extends CollectionName>(row: Row<N>, doc: DocOf<N>, run: Run): Promise<boolean> => {
  try {
    await row.act(doc, run.now)
  } catch (error) {
    /** Somebody moved it meanwhile: it is looked at again in a minute. */
    if (!(error instanceof AppError && error.code === 'CONFLICT')) await setAside(row.collection, doc._id, error, run)
    return false
  }
  run.done += 1
  const id = poisonId(row.collection, doc._id)
  if (run.known.has(id)) await remove('poisons', id)
  return true
}

/** What is done leaves the range, so the first page is always the next one; `left` holds what stays in it. */
export const job =
  <N extends CollectionName>(row: Row<N>): Job =>
  async (run) => {
    const left = new Set<string>()
    const seen = new Set<string>()
    while (run.mayGoOn() && left.size < MOST_SET_ASIDE) {
      const others = left.size > 0 ? { _id: command.nin([...left]) } : {}
      const filter = { [row.field]: command.lte(row.until(run.now)), ...others }
      const { rows } = await find(row.collection, filter, {
        order: [[row.field, 'asc']],
        limit: PAGE,
        withEvents: true,
      })
      if (rows.length === 0) return
      for (let from = 0; from < rows.length && run.mayGoOn(); from += AT_ONCE)
        await Promise.all(
          rows.slice(from, from + AT_ONCE).map(async (doc) => {
            const isTried = seen.has(doc._id)
            seen.add(doc._id)
            if (isTried || !(await attempt(row, doc, run))) left.add(doc._id)
          }),
        )
    }
  }
