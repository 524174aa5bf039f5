/** A wish at its beginning: who may, a place in the drive, a place of the person's own, its words checked before anything is kept. */
import { AppError } from '../../domain/kernel/errors'
import type { StartOf } from '../../domain/kernel/machine'
import type { Place } from '../../domain/kernel/roles'
import { sizesOf, type WishWords, wishMachine, wishQuotas } from '../../domain/wish'
import { begin, type Stamp } from '../_lib/cases'
import { checkWords, type Verdict } from '../_lib/contentCheck'
import { keyOf } from '../_lib/crypto'
import { keepPlace, takePlace } from '../_lib/drives'
import { listKeyOf } from '../_lib/lists'
import { isShown, writePosting } from '../_lib/postings'
import { take } from '../_lib/quotas'
import { judgeWorker, type Worker } from './eligible'
import type { Drive, Wish } from './handlers'
import { takeSeat } from './seats'
import { isOpenOn } from './show'

/** Throws TEXT_REFUSED; what WeChat could not look at goes on and waits. */
export const checkStory = async (story: string, openid: string): Promise<Verdict> => {
  const verdict = await checkWords(story, openid)
  if (verdict === 'risky')
    throw new AppError('TEXT_REFUSED', { fields: { 'words.story': '这句话不能放上去，换个说法' } })
  return verdict
}

export type Posted = { readonly postingId: string; readonly isTextShown: boolean }

/** The words as a public text, written before the wish that carries them: no wish waits for a text that is not there. */
export const postStory = async (
  wishId: string,
  { place, story }: { place: Place; story: string },
  verdict: Verdict,
  openid: string,
  stamp: Stamp,
): Promise<Posted> => {
  const id = keyOf('posting', wishId, stamp.requestId)
  const posting = await writePosting(
    { id, about: 'wish', subjectId: wishId, place, words: story },
    verdict,
    openid,
    stamp,
  )
  return { postingId: id, isTextShown: isShown(posting) }
}

const stationFor = ({ stations }: Drive, { districtId }: Worker): Drive['stations'][number] => {
  const station = stations.find((one) => one.districtId === districtId) ?? stations[0]
  if (!station) throw new Error('a drive without a station')
  return station
}

const notOffered = (field: 'kind' | 'detail', words: string): AppError =>
  new AppError('INPUT_INVALID', { fields: { [`words.${field}`]: words } })

/** Throws INPUT_INVALID when the drive does not offer the kind, or not in this size. */
export const capOf = ({ kinds }: Drive, { kind, detail }: Pick<WishWords, 'kind' | 'detail'>) => {
  const row = kinds.find((one) => one.kind === kind)
  if (!row) throw notOffered('kind', '这一场没有这样，换一样')
  if (!sizesOf(kind, row.sizes).includes(detail)) throw notOffered('detail', '这一场没有这个尺码，换一个')
  return row.valueCapFen
}

type Begun = {
  readonly wishId: string
  readonly start: StartOf<typeof wishMachine>
  readonly drive: Drive
  readonly worker: Worker
  readonly words: WishWords
  readonly madeBy?: string
  /** Makes its words public, once there is a place for it; a draft's are nobody's yet. */
  readonly post?: () => Promise<Posted>
}

/** Throws DRIVE_NOT_OPEN, NOT_ELIGIBLE, WISHES_USED_UP, DRIVE_FULL, TRIES_USED_UP. */
export const assertMay = async (
  drive: Drive,
  worker: Worker | undefined,
  personId: string,
  now: Date,
): Promise<Worker> => {
  if (!isOpenOn(drive, now)) throw new AppError('DRIVE_NOT_OPEN')
  if (!worker || judgeWorker(drive, worker, now).verdict === 'no') throw new AppError('NOT_ELIGIBLE')
  if (!(await take('wishes', personId, wishQuotas.makes, now))) throw new AppError('TRIES_USED_UP')
  return worker
}

export const beginWish = async (
  { wishId, start, drive, worker, words, madeBy, post }: Begun,
  stamp: Stamp,
): Promise<Wish> => {
  const { now } = stamp
  const valueCapFen = capOf(drive, words)
  if (!(await takeSeat(drive, worker, wishId, now))) throw new AppError('WISHES_USED_UP')
  if (!(await takePlace(drive, wishId, now))) throw new AppError('DRIVE_FULL')
  const { cityId, districtId, streetId, siteId, orgId, ownerId } = worker
  const posted = (await post?.()) ?? { isTextShown: false }
  const createdAt = now.toISOString()
  const { doc } = await begin(
    'wishes',
    wishMachine,
    start,
    {
      _id: wishId,
      cityId,
      districtId,
      streetId,
      siteId,
      ...(orgId ? { orgId } : {}),
      driveId: drive._id,
      workerId: worker._id,
      ...(ownerId ? { ownerId } : {}),
      ...(madeBy ? { madeBy } : {}),
      ...words,
      valueCapFen,
      ...posted,
      station: stationFor(drive, worker),
      wall: 'off',
      wallKey: keyOf('wall', wishId),
      isLate: false,
      isFromUnion: false,
      createdAt,
      listKey: listKeyOf(createdAt, wishId),
    },
    stamp,
  )
  await keepPlace(drive._id, wishId)
  return doc
}
