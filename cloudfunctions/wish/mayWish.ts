/** Whether the caller may wish in a drive, or somebody they may write a wish down for: every rule with its own answer. */
import { get } from '../_lib/cloud'
import { judgeWorker, mayWriteFor, mustFindDrive, ownedBy } from './eligible'
import type { WishHandler } from './handlers'
import { seatsLeft } from './seats'

export const mayWish: WishHandler<'mayWish'> = async ({ driveId, workerId }, { identified, personId, now }) => {
  const visited = async (id: string) => {
    const [{ actor }, worker] = await Promise.all([identified(), get('workers', id)])
    return mayWriteFor(worker, actor)
  }
  const [drive, worker] = await Promise.all([
    mustFindDrive(driveId),
    workerId === undefined ? ownedBy(personId) : visited(workerId),
  ])
  const { verdict, rules } = judgeWorker(drive, worker, now)
  return { driveId, verdict, rules, left: worker && verdict !== 'no' ? await seatsLeft(drive, worker, now) : 0 }
}
