/** Which drive a wish is made in: the one named, or of those open the first the rules let this person wish in. */
import * as v from 'valibot'
import { covers, type Place } from '../../../domain/kernel/roles'
import { DriveCard, MayWish } from '../../../domain/wish/views'
import type { WorkerCard } from '../../../domain/worker/views'
import { wishes, workers } from '../../cloud/apis'
import { useAsk } from '../../cloud/ask'

const Found = v.object({
  isRegistered: v.boolean(),
  judged: v.nullable(v.object({ drive: DriveCard, may: MayWish })),
})
export type Found = v.InferOutput<typeof Found>

/** Over where the person is there is one drive or two at a time; nobody reads the rules of ten. */
const MOST = 3

const placeOf = (card: WorkerCard | undefined): Partial<Place> =>
  card ? { cityId: card.site.cityId, districtId: card.site.districtId } : {}

const find = async (driveId: string): Promise<Found> => {
  const [{ drives }, { card }] = await Promise.all([wishes.drives({}), workers.mine({})])
  const named = drives.find(({ id }) => id === driveId)
  const open = drives.filter(({ isOpen }) => isOpen)
  const here = open.filter(({ scope }) => covers(scope, placeOf(card)))
  const asked = named ? [named] : (here.length > 0 ? here : open).slice(0, MOST)
  const judged = await Promise.all(
    asked.map(async (drive) => ({ drive, may: await wishes.mayWish({ driveId: drive.id }) })),
  )
  const best = judged.find(({ may }) => may.verdict !== 'no') ?? judged[0]
  return { isRegistered: card !== undefined, judged: best ?? null }
}

/** Kept in the phone: a wish can be written where there is no signal. */
const kept = { name: 'wish-drive', schema: Found }

export const useOpenDrive = (driveId: string) => useAsk(() => find(driveId), kept)
