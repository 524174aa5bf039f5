/** Whether the caller may wish in a drive: every rule with its own answer. */
import { judgeWorker, mustFindDrive, ownedBy } from './eligible'
import type { WishHandler } from './handlers'
import { seatsLeft } from './seats'

export const mayWish: WishHandler<'mayWish'> = async ({ driveId }, { personId, now }) => {
  const [drive, worker] = await Promise.all([mustFindDrive(driveId), ownedBy(personId)])
  const { verdict, rules } = judgeWorker(drive, worker)
  return { driveId, verdict, rules, left: worker && verdict !== 'no' ? await seatsLeft(drive, worker, now) : 0 }
}
