/** The poster of a drive, drawn once for the same words. */
import { sayDay, toDay } from '../../domain/kernel/time'
import { paperApi } from '../../domain/paper'
import { driveScene, kinds } from '../../domain/wish'
import { ask } from '../_lib/ask'
import { canonical, keyOf } from '../_lib/crypto'
import { drawn } from '../_lib/drawn'
import { mustFindDrive } from './eligible'
import type { WishHandler } from './handlers'

const { drivePoster: endpoint } = paperApi.endpoints

export const drivePoster: WishHandler<'drivePoster'> = async ({ driveId, requestId }, { now }) => {
  const drive = await mustFindDrive(driveId)
  const words = {
    scene: driveScene(driveId),
    title: drive.title,
    kinds: drive.kinds.map(({ kind }) => kinds[kind].label).join('、'),
    until: `${sayDay(toDay(drive.opensOn), now)}到${sayDay(toDay(drive.endsOn), now)}`,
  }
  const id = keyOf('drive poster', driveId, canonical(words))
  return drawn(
    id,
    () => ask('paper', ['drivePoster', endpoint], { requestId, path: `sealed/posters/${id}`, ...words }),
    now,
  )
}
