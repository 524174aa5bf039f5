/** Whoever has written something: made on the first write, changed by one conditional update, named for colleagues. */
import { AppError } from '../../domain/kernel/errors'
import { maskName } from '../../domain/worker'
import { type Change, change, command, type DocOf, find, get, insert, opened } from './cloud'
import type { Identified, Person } from './identify'

const fresh = ({ openid, actor }: Identified, now: Date): Person => ({
  _id: actor.personId,
  version: 0,
  openid,
  grants: [],
  registeredCount: 0,
  createdAt: now.toISOString(),
})

/** The caller's own document, made when this is the first thing they write. */
export const ensurePerson = async (identified: Identified, now: Date): Promise<Person> => {
  if (identified.person) return identified.person
  await insert('people', fresh(identified, now))
  return mustGet(identified.actor.personId)
}

/** One of the registrations this person may make in all: true when it was free and is now taken, and true again for the same one. */
export const takeRegistration = async (
  identified: Identified,
  registrationId: string,
  limit: number,
  now: Date,
): Promise<boolean> => {
  const { person, actor } = identified
  const first = { ...fresh(identified, now), registeredCount: 1, lastRegistrationId: registrationId }
  if (!person && (await insert('people', first))) return true
  const isTaken = await change(
    'people',
    actor.personId,
    { registeredCount: command.lt(limit), lastRegistrationId: command.neq(registrationId) },
    { set: { lastRegistrationId: registrationId }, inc: { registeredCount: 1, version: 1 } },
  )
  return isTaken || (await get('people', actor.personId))?.lastRegistrationId === registrationId
}

const mustGet = async (personId: string): Promise<Person> => {
  const person = await get('people', personId)
  if (!person) throw new AppError('NOT_FOUND')
  return person
}

const TRIES = 5

/** Decides on what stands now and writes only if it still does; `decide` answers undefined when nothing is to change. */
export const amendPerson = async (
  personId: string,
  decide: (person: Person) => Change<'people'> | undefined,
): Promise<Person> => {
  for (let tries = 0; tries < TRIES; tries += 1) {
    const person = await mustGet(personId)
    const wanted = decide(person)
    if (!wanted) return person
    const inc = { ...wanted.inc, version: 1 }
    if (await change('people', personId, { version: person.version }, { ...wanted, inc })) return mustGet(personId)
  }
  throw new AppError('CONFLICT')
}

export const maskedStaffName = (person: DocOf<'people'>): string => {
  const { staffName } = opened('people', person)
  return staffName === undefined ? '没留名' : maskName(staffName)
}

/** The masked names of whoever stands in a history, in one read. */
export const namesFor = async (personIds: readonly string[]): Promise<(personId: string) => string> => {
  const ids = [...new Set(personIds)].filter((id) => id !== 'system' && id !== 'operator').slice(0, 200)
  const { rows } = ids.length ? await find('people', { _id: command.in(ids) }, { limit: ids.length }) : { rows: [] }
  const names = new Map(rows.map((person) => [person._id, maskedStaffName(person)]))
  return (personId) => names.get(personId) ?? '系统'
}
