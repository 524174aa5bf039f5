/** Changes a drive while it is open, or ends it before its day. */
import { AppError } from '../../domain/kernel/errors'
import { next } from '../../domain/kernel/machine'
import { minus } from '../../domain/kernel/money'
import { endOf, toDay } from '../../domain/kernel/time'
import { type DriveDetails, driveMachine } from '../../domain/wish'
import { type Besides, isDone, move, type Stamp } from '../_lib/cases'
import { get } from '../_lib/cloud'
import type { Drive, WishHandler } from './handlers'
import { stationsOf } from './publishDrive'
import { driveCard } from './show'

const invalid = (field: string, problem: string) =>
  new AppError('INPUT_INVALID', { fields: { [`form.${field}`]: problem } })

/** What was given out stays given: places and money are only added to below what is already used. */
const changed = async (drive: Drive, details: DriveDetails): Promise<Besides<'drives'>> => {
  if (details.quota < drive.used) throw invalid('quota', `已经有 ${drive.used} 个心愿，不能比它少`)
  const givenFen = minus(drive.budgetFen, drive.freeFen)
  if (details.budgetFen < givenFen) throw invalid('budgetFen', '比已经用掉的还少')
  const stations = await stationsOf(
    details,
    drive.scope.level === 'city' ? { cityId: drive.cityId } : { districtId: drive.districtId },
  )
  const dueAt = endOf(toDay(details.endsOn))
  return { set: { ...details, stations, freeFen: minus(details.budgetFen, givenFen), dueAt, wakeAt: dueAt } }
}

export const actDrive: WishHandler<'actDrive'> = async (input, { identified, now }) => {
  const [{ actor }, drive] = await Promise.all([identified(), get('drives', input.id)])
  if (!drive) throw new AppError('NOT_FOUND')
  const stamp: Stamp = { actor, now, requestId: input.requestId }
  if (isDone(drive.events, stamp)) return { drive: driveCard(drive, actor, now) }
  next(driveMachine, drive, input.action, actor, now)
  const more: Besides<'drives'> =
    input.action === 'change' ? await changed(drive, input.form) : { set: { wakeAt: now.toISOString() } }
  const { id, action, version, form } = input
  const { doc } = await move(
    'drives',
    driveMachine,
    { id, action, version, form, doc: drive, change: () => more },
    stamp,
  )
  return { drive: driveCard(doc, actor, now) }
}
