/** Registers somebody on their behalf: unconfirmed until they say yes with their own phone and the code they were given. */
import { AppError } from '../../domain/kernel/errors'
import { addDays, endOf, onOf } from '../../domain/kernel/time'
import { type Person, type Stay, workerMachine } from '../../domain/worker'
import { begin, type Stamp } from '../_lib/cases'
import { get, insert } from '../_lib/cloud'
import { idFor, keyOf } from '../_lib/crypto'
import type { Site } from '../_lib/sites'
import { tellOf } from '../_lib/workerNotices'
import { newWorker } from './fields'
import type { WorkerDoc } from './handlers'
import { hold } from './idCards'
import { readIdentity, WORKING_AGE } from './person'

const CODE_LIVES_DAYS = 30
const TRIES = 4

export type Assisted = Pick<Person, 'name' | 'document' | 'homeProvince' | 'bornOn'> & {
  readonly phone: string
  readonly stay: Stay
}

export const confirmationId = (code: string): string => keyOf('confirm', code)

/** Eight figures that a repeated request gives again; another try only where somebody else holds the same eight. */
const codeFor = (workerId: string, requestId: string, attempt: number): string =>
  (BigInt(`0x${keyOf('code', workerId, requestId, `${attempt}`).slice(0, 15)}`) % 100_000_000n)
    .toString()
    .padStart(8, '0')

/** A code somebody confirms with, good for thirty days. */
export const giveCode = async (workerId: string, { now, requestId }: Pick<Stamp, 'now' | 'requestId'>) => {
  const until = addDays(onOf(now), CODE_LIVES_DAYS)
  for (let attempt = 0; attempt < TRIES; attempt += 1) {
    const confirmCode = codeFor(workerId, requestId, attempt)
    const id = confirmationId(confirmCode)
    const isMine =
      (await insert('confirmations', { _id: id, workerId, validUntil: endOf(until), at: now.toISOString() })) ||
      (await get('confirmations', id))?.workerId === workerId
    if (isMine) return { workerId, confirmCode, validUntil: until }
  }
  throw new AppError('CONFLICT', { reason: 'no free confirmation code' })
}

/** Sent twice it is the same registration. Throws DOCUMENT_IN_USE, UNDERAGE, INPUT_INVALID with fields under `prefix`. */
export const registerOne = async (
  person: Assisted,
  site: Site,
  stamp: Stamp,
  part: string,
  prefix: string,
): Promise<WorkerDoc> => {
  const { actor, now, requestId } = stamp
  const id = idFor(actor.personId, requestId, part)
  const identity = readIdentity(person, now, prefix)
  const fields = newWorker(
    id,
    site,
    person,
    identity,
    { phone: person.phone, phoneSource: 'typed' },
    actor.personId,
    now,
  )
  const start = identity.age < WORKING_AGE ? 'stop' : 'registerFor'
  if (start === 'registerFor' && !(await hold(identity.documentKey, id, now)).isHeld)
    throw new AppError('DOCUMENT_IN_USE')
  const { doc } = await begin('workers', workerMachine, start, fields, stamp)
  await tellOf(doc, now)
  if (start === 'stop') throw new AppError('UNDERAGE')
  return doc
}
