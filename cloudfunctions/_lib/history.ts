/** The rows of a case's history: hash-chained over commitments, so that erasing a form or rotating a key breaks no chain. */
import { randomBytes } from 'node:crypto'
import * as v from 'valibot'
import { decrypt, encrypt } from './cipher'
import { canonical, sha256 } from './crypto'

export const EventRow = v.strictObject({
  requestId: v.string(),
  action: v.string(),
  from: v.string(),
  to: v.string(),
  by: v.string(),
  at: v.string(),
  /** Hash of a salt and the form: stays for ever, says nothing. Absent where the form is empty. */
  commitment: v.optional(v.string()),
  /** Salt and form, sealed: goes with an erasure. Every answer in it is about somebody, marked or not. */
  sealed: v.optional(v.string()),
  hash: v.string(),
})
export type EventRow = v.InferOutput<typeof EventRow>

type Move = Pick<EventRow, 'requestId' | 'action' | 'from' | 'to' | 'by' | 'at'>

const hashOf = (
  previous: string,
  { hash: _hash, sealed: _sealed, ...row }: Omit<EventRow, 'hash'> & { hash?: string },
): string => sha256(previous + canonical(row))

const placeOf = (caseId: string, requestId: string) => `${caseId}:${requestId}`

const EMPTY = canonical({})

const committed = (caseId: string, { requestId }: Move, form: unknown): Pick<EventRow, 'commitment' | 'sealed'> => {
  const text = canonical(form)
  if (text === EMPTY) return {}
  const salt = randomBytes(16).toString('base64url')
  return {
    commitment: sha256(salt + text),
    sealed: encrypt(JSON.stringify([salt, text]), placeOf(caseId, requestId)),
  }
}

/** The next row of a chain. */
export const eventRow = (caseId: string, events: readonly EventRow[], move: Move, form: unknown): EventRow => {
  const row = { ...move, ...committed(caseId, move, form) }
  return { ...row, hash: hashOf(events.at(-1)?.hash ?? caseId, row) }
}

const SaltAndForm = v.pipe(v.string(), v.parseJson(), v.tuple([v.string(), v.string()]))
const Fields = v.pipe(v.string(), v.parseJson(), v.record(v.string(), v.unknown()))

/** The words a row's form was given under this name, while they are still kept. */
export const sealedValue = (caseId: string, row: EventRow, field: string): string | undefined => {
  if (row.sealed === undefined) return undefined
  const [, form] = v.parse(SaltAndForm, decrypt(row.sealed, placeOf(caseId, row.requestId)))
  const value = v.parse(Fields, form)[field]
  return typeof value === 'string' ? value : undefined
}

/** Every form again under the current key; the chain does not notice. */
export const resealed = (caseId: string, events: readonly EventRow[]): EventRow[] =>
  events.map((row) => {
    if (row.sealed === undefined) return row
    const place = placeOf(caseId, row.requestId)
    return { ...row, sealed: encrypt(decrypt(row.sealed, place), place) }
  })

/** The rows with every form and its salt gone. */
export const withoutValues = (events: readonly EventRow[]): EventRow[] =>
  events.map(({ sealed: _sealed, ...row }) => row)

const isAsCommitted = (caseId: string, { requestId, commitment, sealed }: EventRow): boolean => {
  if (sealed === undefined) return true
  const [salt, form] = v.parse(SaltAndForm, decrypt(sealed, placeOf(caseId, requestId)))
  return sha256(salt + form) === commitment
}

/** True while no row was taken out, put in, moved or changed, and each kept form is the one committed to. */
export const isIntact = (caseId: string, events: readonly EventRow[]): boolean =>
  events.every((row, place) => {
    const previous = place === 0 ? caseId : (events[place - 1]?.hash ?? '')
    return hashOf(previous, row) === row.hash && isAsCommitted(caseId, row)
  })
