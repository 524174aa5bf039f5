/** The rows of a case's history: hash-chained over commitments, so that erasing a value or rotating a key breaks no chain. */
import { randomBytes } from 'node:crypto'
import * as v from 'valibot'
import { decrypt, encrypt } from './cipher'
import { atMarks, canonical, marksIn, sha256 } from './crypto'

export const EventRow = v.strictObject({
  requestId: v.string(),
  action: v.string(),
  from: v.string(),
  to: v.string(),
  by: v.string(),
  at: v.string(),
  /** The form without its personal values. */
  form: v.unknown(),
  /** path → hash of salt and value: stays for ever, says nothing. */
  commitments: v.record(v.string(), v.string()),
  /** path → sealed salt and value: goes with an erasure. */
  sealed: v.optional(v.record(v.string(), v.string())),
  hash: v.string(),
})
export type EventRow = v.InferOutput<typeof EventRow>

type Move = Pick<EventRow, 'requestId' | 'action' | 'from' | 'to' | 'by' | 'at'>

const hashOf = (
  previous: string,
  { hash: _hash, sealed: _sealed, ...row }: Omit<EventRow, 'hash'> & { hash?: string },
): string => sha256(previous + canonical(row))

const placeOf = (caseId: string, requestId: string, path: string) => `${caseId}:${requestId}:${path}`

/** The next row of a chain. Dots in the paths of sealed values become '/', since a dot is a path to the database. */
export const eventRow = (
  caseId: string,
  events: readonly EventRow[],
  move: Move,
  formSchema: v.GenericSchema,
  form: unknown,
): EventRow => {
  const commitments: Record<string, string> = {}
  const sealed: Record<string, string> = {}
  const bare = atMarks(marksIn(formSchema), form, (value, path) => {
    const salt = randomBytes(16).toString('base64url')
    const key = path.replaceAll('.', '/')
    commitments[key] = sha256(salt + value)
    sealed[key] = encrypt(JSON.stringify([salt, value]), placeOf(caseId, move.requestId, key))
    return undefined
  })
  const row = { ...move, form: JSON.parse(canonical(bare)), commitments }
  const previous = events.at(-1)?.hash ?? caseId
  return { ...row, ...(Object.keys(sealed).length > 0 ? { sealed } : {}), hash: hashOf(previous, row) }
}

/** The personal value a row was given, while it is still kept. */
export const sealedValue = (caseId: string, row: EventRow, path: string): string | undefined => {
  const sealed = row.sealed?.[path.replaceAll('.', '/')]
  if (sealed === undefined) return undefined
  const [, value] = v.parse(SaltAndValue, decrypt(sealed, placeOf(caseId, row.requestId, path.replaceAll('.', '/'))))
  return value
}

const SaltAndValue = v.pipe(v.string(), v.parseJson(), v.tuple([v.string(), v.string()]))

/** Every sealed value of every row again under the current key; the chain does not notice. */
export const resealed = (caseId: string, events: readonly EventRow[]): EventRow[] =>
  events.map((row) => {
    if (!row.sealed) return row
    const entries = Object.entries(row.sealed).map(([key, text]) => {
      const place = placeOf(caseId, row.requestId, key)
      return [key, encrypt(decrypt(text, place), place)]
    })
    return { ...row, sealed: Object.fromEntries(entries) }
  })

/** The rows with every personal value and its salt gone. */
export const withoutValues = (events: readonly EventRow[]): EventRow[] =>
  events.map(({ sealed: _sealed, ...row }) => row)

/** True while no row was taken out, put in, moved or changed, and each kept value is the one committed to. */
export const isIntact = (caseId: string, events: readonly EventRow[]): boolean =>
  events.every((row, place) => {
    const previous = place === 0 ? caseId : (events[place - 1]?.hash ?? '')
    if (hashOf(previous, row) !== row.hash) return false
    return Object.entries(row.sealed ?? {}).every(([key, text]) => {
      const [salt, value] = v.parse(SaltAndValue, decrypt(text, placeOf(caseId, row.requestId, key)))
      return sha256(salt + value) === row.commitments[key]
    })
  })
