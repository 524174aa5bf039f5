/** Which drive a wish is made in: the one named, or of those open where the person is the first the rules let them wish in. */
import * as v from 'valibot'
import { covers, type Place } from '../../../domain/kernel/roles'
import { DriveCard, MayWish } from '../../../domain/wish/views'
import { wishes, workers } from '../../cloud/apis'
import { useAsk } from '../../cloud/ask'

const Judged = v.object({ drive: DriveCard, may: MayWish })
const Found = v.object({ isRegistered: v.boolean(), judged: v.nullable(Judged) })
export type Found = v.InferOutput<typeof Found>
export type Judged = v.InferOutput<typeof Judged>

/** Over one place there is a drive or two at a time; nobody reads the rules of ten. */
const MOST = 3

type About = { readonly place: Partial<Place>; readonly driveId?: string; readonly workerId?: string }

const judge = async (drives: readonly DriveCard[], { place, driveId, workerId }: About): Promise<Judged | null> => {
  const named = drives.find(({ id }) => id === driveId)
  const open = drives.filter(({ isOpen }) => isOpen)
  const here = open.filter(({ scope }) => covers(scope, place))
  const asked = named ? [named] : (here.length > 0 ? here : open).slice(0, MOST)
  const whose = workerId === undefined ? {} : { workerId }
  const judged = await Promise.all(
    asked.map(async (drive) => ({ drive, may: await wishes.mayWish({ driveId: drive.id, ...whose }) })),
  )
  return judged.find(({ may }) => may.verdict !== 'no') ?? judged[0] ?? null
}

const find = async (driveId: string): Promise<Found> => {
  const [{ drives }, { card }] = await Promise.all([wishes.drives({}), workers.mine({})])
  return { isRegistered: card !== undefined, judged: await judge(drives, { place: card?.site ?? {}, driveId }) }
}

/** For whoever writes a wish down for somebody else. */
export const findFor = async (workerId: string) => {
  const [{ drives }, { row, cityId, districtId }] = await Promise.all([
    wishes.drives({}),
    workers.get({ id: workerId }),
  ])
  return { row, judged: await judge(drives, { place: { cityId, districtId }, workerId }) }
}

/** Kept in the phone: a wish can be written where there is no signal. */
const kept = { name: 'wish-drive', schema: Found }

export const useOpenDrive = (driveId: string) => useAsk(() => find(driveId), kept)
