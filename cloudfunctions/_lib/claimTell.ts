/** Tells of many claims that moved at once: their notices in one request, the people in another, and one more that says so of all of them. */
import { claimMachine } from '../../domain/claim'
import type { Claim } from './claimMove'
import { changeMany, command, find, insertMany, opened } from './cloud'
import type { EventRow } from './history'
import { type Fields, isPersons, type Notice, noticesOf, push, storedNotice, tell } from './outbox'

const freshIn = ({ events, toldThrough }: Claim): readonly EventRow[] => events.slice(toldThrough)

/** Nothing follows from its moves but words. */
export const isTellOnly = (claim: Claim): boolean =>
  freshIn(claim).every(({ action }) => !Object.hasOwn(rowOf(action), 'follows'))

const rowOf = (action: string): object =>
  Object.entries(claimMachine.actions).find(([name]) => name === action)?.[1] ?? {}

/** What stands there already was told by a call that died: the others are put beside it one by one. */
const put = async (notices: readonly Notice[], now: Date): Promise<void> => {
  if (notices.length === 0) return
  const rows = notices.map((notice) => storedNotice(notice, now))
  if (!(await insertMany('notices', rows))) {
    await Promise.all(notices.map(({ id, box, template, fields }) => tell(id, box, template, fields, now)))
    return
  }
  const mine = notices.filter(({ box }) => isPersons(box))
  const ids = [...new Set(mine.map(({ box }) => box))]
  const found = ids.length > 0 ? await find('people', { _id: command.in(ids) }, { limit: ids.length }) : { rows: [] }
  const people = new Map(found.rows.map((person) => [person._id, opened('people', person)]))
  await Promise.all(mine.map((notice) => push(people.get(notice.box), notice)))
}

/** Those that stand alike are told of in one request; one that moved on meanwhile is left to whoever moved it. */
const alike = (claims: readonly Claim[]): Claim[][] => {
  const groups = new Map<string, Claim[]>()
  for (const claim of claims) {
    const key = [claim.version, claim.toldThrough, claim.events.length].join()
    groups.set(key, [...(groups.get(key) ?? []), claim])
  }
  return [...groups.values()]
}

/** Safe to repeat; what is missed the clock does. */
export const tellClaims = async (
  claims: readonly Claim[],
  fieldsOf: (doc: Claim, event: EventRow) => Promise<Fields>,
  now: Date,
): Promise<void> => {
  const untold = claims.filter(({ untoldSince }) => untoldSince !== undefined)
  const notices = await Promise.all(untold.map((doc) => noticesOf(claimMachine, doc, freshIn(doc), fieldsOf)))
  await put(notices.flat(), now)
  await Promise.all(
    alike(untold).map(([first, ...rest]) => {
      if (!first) return undefined
      const { version, toldThrough, events } = first
      const ids = [first, ...rest].map(({ _id }) => _id)
      const told = { inc: { toldThrough: events.length - toldThrough }, unset: ['untoldSince' as const] }
      return changeMany('claims', ids, { version, toldThrough }, told)
    }),
  )
}
