/** Registers the caller at the site of the scanned code, once, however often it is sent. */
import { AppError } from '../../domain/kernel/errors'
import { type Person, quotas, workerMachine } from '../../domain/worker'
import { begin, type Stamp } from '../_lib/cases'
import { get } from '../_lib/cloud'
import { idFor } from '../_lib/crypto'
import type { Identified } from '../_lib/identify'
import { takeRegistration } from '../_lib/people'
import { type PhoneRead, readPhone } from '../_lib/phone'
import { take } from '../_lib/quotas'
import type { Context } from '../_lib/serve'
import { type Site, siteOf } from '../_lib/sites'
import { tellOf } from '../_lib/workerNotices'
import { cardOf } from './card'
import { recorded } from './consent'
import { newWorker } from './fields'
import type { WorkerDoc, WorkerHandler } from './handlers'
import { hold, release } from './idCards'
import { mergeInto } from './merge'
import { cardFor, ownedBy } from './own'
import { type Identity, readIdentity, WORKING_AGE } from './person'

type Read = { identity: Identity; phone: PhoneRead; site: Site; identified: Identified; name: string }

export const register: WorkerHandler<'register'> = async (input, context) => {
  const { personId, now } = context
  const workerId = idFor(personId, input.requestId)
  const consent = recorded(input.consent, now)
  const identity = readIdentity(input.person, now)
  const [identified, site, again, owned, phone] = await Promise.all([
    context.identified(),
    siteOf(input.scene),
    get('workers', workerId),
    ownedBy(personId),
    phoneUnlessKnown(input.person, workerId, personId),
  ])
  if (again?.ownerId === personId) return { card: await cardFor(again, context), isMerged: false }
  /** Erased since, or gone to another WeChat account: an old request brings nothing back. */
  if (again && identity.age >= WORKING_AGE) throw new AppError('CONFLICT')
  const stamp: Stamp = { actor: identified.actor, now, requestId: input.requestId }
  const read: Read = { identity, phone, site, identified, name: input.person.name }
  const fields = newWorker(workerId, site, { ...input.person, stay: input.stay }, identity, phone, personId, now)
  if (owned) return answerOwned(owned, identity, context)
  if (identity.age < WORKING_AGE) return stop({ ...fields, consent }, identified, stamp)

  const held = await holdAll(read, workerId, now)
  if (!held.isHeld) {
    /** Somebody's registration of this document is being written this very second: theirs first. */
    if (!held.other) throw new AppError('CONFLICT')
    if (held.other.ownerId === personId) return answerOwned(held.other, identity, context)
    if (isSamePersonsPhone(held.other, fields.phoneKey, phone)) {
      const merged = await mergeInto(held.other, consent, stamp)
      return { card: await cardFor(merged, context), isMerged: true }
    }
  }
  const { doc } = await begin(
    'workers',
    workerMachine,
    held.isHeld ? 'register' : 'registerAgain',
    { ...fields, ownerId: personId, consent },
    stamp,
  )
  await tellOf(doc, now)
  return { card: cardOf(doc, site, identified.actor, now), isMerged: false }
}

/** A code works once: a repeated request must not spend it again before its answer is found. */
const phoneUnlessKnown = async (person: Person, workerId: string, personId: string): Promise<PhoneRead> => {
  try {
    return await readPhone(person.phone)
  } catch (error) {
    if ((await get('workers', workerId)) ?? (await ownedBy(personId))) return { phone: '', phoneSource: 'wechat' }
    throw error
  }
}

/** Only a number WeChat vouches for proves whose phone it is: a typed one anybody can type. */
const isSamePersonsPhone = (other: WorkerDoc, phoneKey: string, phone: PhoneRead): boolean =>
  phone.phoneSource === 'wechat' && other.phoneKey === phoneKey

/** Somebody who is registered already: the same document answers their card, another one is refused. */
const answerOwned = async (owned: WorkerDoc, identity: Identity, context: Context) => {
  if (owned.documentKey !== identity.documentKey) throw new AppError('ALREADY_REGISTERED')
  return { card: await cardFor(owned, context), isMerged: true }
}

/** Kept for the labour inspector alone, owned by nobody; the person is told that help comes. */
const stop = async (
  fields: ReturnType<typeof newWorker> & { consent: WorkerDoc['consent'] },
  identified: Identified,
  stamp: Stamp,
): Promise<never> => {
  if (!(await takeRegistration(identified, fields._id, quotas.device.limit, stamp.now)))
    throw new AppError('DEVICE_LIMIT_REACHED')
  const { doc } = await begin('workers', workerMachine, 'stop', fields, stamp)
  await tellOf(doc, stamp.now)
  throw new AppError('UNDERAGE')
}

/** Document, phone's limit and site's limit side by side; what cannot be kept is given back. */
const holdAll = async ({ identity, site, identified }: Read, workerId: string, now: Date) => {
  const [held, hasDevice, hasSite] = await Promise.all([
    hold(identity.documentKey, workerId, now),
    takeRegistration(identified, workerId, quotas.device.limit, now),
    take('site', site.siteId, quotas.siteDaily, now),
  ])
  if (hasDevice && hasSite) return held
  if (held.isHeld && held.isNew) await release(identity.documentKey, workerId)
  throw new AppError(hasDevice ? 'SITE_BUSY' : 'DEVICE_LIMIT_REACHED')
}
