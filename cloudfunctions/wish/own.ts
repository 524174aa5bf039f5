/** A wish as its worker sees it: everything but the donor. */
import { stateRow } from '../../domain/kernel/machine'
import { isHandedOut, type MyWish, wishMachine } from '../../domain/wish'
import { files, get, opened } from '../_lib/cloud'
import { isShown } from '../_lib/postings'
import { stateOf } from '../_lib/wishMove'
import { receiptCodeOf } from './codes'
import type { Drive, Wish } from './handlers'
import { becauseOf, canDo, nextOf, stationLine, timelineOf } from './show'

const inFours = (code: string): string => `${code.slice(0, 4)} ${code.slice(4)}`

/** Only what the donor wants to be called by, and only once the gift is there. */
const donorNameOf = async ({ donorId, state }: Wish): Promise<string | undefined> => {
  const donor = donorId !== undefined && isHandedOut(state) ? await get('donors', donorId) : undefined
  return donor?.isNamed ? opened('donors', donor).name : undefined
}

/** Once WeChat has looked at it. */
const giftPhotoOf = async ({ giftPhotoId, giftPostingId }: Wish): Promise<string | undefined> => {
  const posting = giftPostingId === undefined ? undefined : await get('postings', giftPostingId)
  return giftPhotoId && posting && isShown(posting) ? files.link(giftPhotoId) : undefined
}

export const myWish = async (wish: Wish, drive: Drive, personId: string, now: Date): Promise<MyWish> => {
  const { label, tone } = stateRow(wishMachine, wish.state)
  const because = becauseOf(wish)
  const actor = { personId, grants: [] }
  const sizes = drive.kinds.find(({ kind }) => kind === wish.kind)?.sizes
  const can = canDo(wish, actor, now)
  const [donorName, giftPhotoUrl] = await Promise.all([donorNameOf(wish), giftPhotoOf(wish)])
  return {
    id: wish._id,
    version: wish.version,
    driveId: wish.driveId,
    driveTitle: drive.title,
    kind: wish.kind,
    detail: wish.detail,
    ...(sizes ? { sizes } : {}),
    story: opened('wishes', wish).story,
    state: stateOf(wish),
    stateLabel: label,
    tone,
    next: { text: nextOf(wish, now), isLate: wish.isLate, ...(wish.dueAt ? { dueAt: wish.dueAt } : {}) },
    ...(because ? { because } : {}),
    station: stationLine(wish.station),
    delivery: drive.delivery,
    ...(wishMachine.actions.handOut.from.some((from) => from === wish.state)
      ? { receiptCode: inFours(receiptCodeOf(wish)) }
      : {}),
    ...(donorName ? { donorName } : {}),
    ...(giftPhotoUrl ? { giftPhotoUrl } : {}),
    isWrittenByOther: wish.madeBy !== undefined,
    isTextChecked: wish.isTextShown,
    timeline: timelineOf(wish, personId),
    can,
  }
}
