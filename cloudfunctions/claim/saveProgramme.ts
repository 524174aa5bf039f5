/** Writes a programme as data: a draft, a draft again, or the next edition of one that is open. */
import { openProblems, type ProgrammeDetails, programmeMachine } from '../../domain/claim'
import { AppError } from '../../domain/kernel/errors'
import { assertMayStart, canRead, next } from '../../domain/kernel/machine'
import { endOf, toDay } from '../../domain/kernel/time'
import { begin, isDone, move, type Stamp } from '../_lib/cases'
import { get } from '../_lib/cloud'
import { idFor } from '../_lib/crypto'
import { listKeyOf } from '../_lib/lists'
import { locate } from '../_lib/scopes'
import { fundWithin, keepEdition } from './budget'
import { deskProgrammeWhole } from './deskView'
import type { ClaimHandler, Programme } from './handlers'

type Input = Parameters<ClaimHandler<'saveProgramme'>>[0]

/** Throws PROGRAMME_UNSOURCED with a sentence under each field. */
export const assertSourced = (details: ProgrammeDetails): void => {
  const fields = openProblems(details)
  if (Object.keys(fields).length > 0) throw new AppError('PROGRAMME_UNSOURCED', { fields })
}

const writeNew = async ({ requestId, scope, details }: Input, stamp: Stamp): Promise<Programme> => {
  const located = await locate(scope)
  if (!located) throw new AppError('NOT_FOUND')
  const { cityId = '', districtId = '', streetId = '', siteId = '', orgId } = located.place
  const place = { cityId, districtId, streetId, siteId, ...(orgId ? { orgId } : {}) }
  assertMayStart(programmeMachine, 'write', place, stamp.actor)
  const id = idFor(stamp.actor.personId, requestId, 'programme').slice(0, PROGRAMME_ID_LENGTH)
  const createdAt = stamp.now.toISOString()
  const fields = {
    _id: id,
    ...place,
    scope,
    scopeName: located.name,
    ownerId: stamp.actor.personId,
    details,
    edition: 0,
    createdAt,
    listKey: listKeyOf(createdAt, id),
  }
  return (await begin('programmes', programmeMachine, 'write', fields, stamp)).doc
}

/** Short enough for the scene of a mini-program code. */
const PROGRAMME_ID_LENGTH = 20

/** What was never opened is only kept; what is open gets its next edition, and its books the new budget. */
const writeAgain = async (stored: Programme, input: Input, stamp: Stamp): Promise<Programme> => {
  const { details, why = '', programme } = input
  const version = programme?.version
  const isDraft = stored.edition === 0
  if (isDraft) {
    const asked = { id: stored._id, action: 'edit', version, form: { details }, doc: stored } as const
    return (await move('programmes', programmeMachine, { ...asked, change: () => ({ set: { details } }) }, stamp)).doc
  }
  next(programmeMachine, stored, 'amend', stamp.actor, stamp.now)
  if (version !== stored.version) throw new AppError('CONFLICT')
  if (why === '') throw new AppError('INPUT_INVALID', { fields: { why: '为什么改，要写一下' } })
  assertSourced(details)
  const edition = stored.edition + 1
  await keepEdition(stored, details, edition, why, stamp)
  const dueAt = endOf(toDay(details.closesOn))
  return fundWithin(stored, details, stamp, {
    action: 'amend',
    version,
    form: { details, why },
    set: { details, edition, dueAt, wakeAt: dueAt },
  })
}

export const mustRead = (stored: Programme | undefined, actor: Stamp['actor']): Programme => {
  if (!stored || !canRead(programmeMachine, stored, actor)) throw new AppError('NOT_FOUND')
  return stored
}

export const saveProgramme: ClaimHandler<'saveProgramme'> = async (input, { identified, now }) => {
  const { actor } = await identified()
  const stamp: Stamp = { actor, now, requestId: input.requestId }
  const found = input.programme ? mustRead(await get('programmes', input.programme.id), actor) : undefined
  if (found && isDone(found.events, stamp)) return { programme: await deskProgrammeWhole(found, actor, now) }
  const saved = found ? await writeAgain(found, input, stamp) : await writeNew(input, stamp)
  return { programme: await deskProgrammeWhole(saved, actor, now) }
}
