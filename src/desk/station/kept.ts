/** Gifts taken in where there was no signal: each slip's code and picture stay in the phone until the cloud has them. */
import Taro from '@tarojs/taro'
import * as v from 'valibot'
import { type ErrorCode, errors } from '../../../domain/kernel/errors'
import { wishes } from '../../cloud/apis'
import { toAppError } from '../../cloud/delivery'
import { phoneStorage } from '../../cloud/phone-storage'
import { newRequestId } from '../../cloud/random'
import { isOnline } from '../../cloud/signal'
import { uploadPhoto } from '../../cloud/upload'
import { verdictOf } from './slip'

const KEY = 'station:kept'

const Kept = v.object({
  requestId: v.string(),
  code: v.string(),
  /** Of the picture, in the phone's own files. */
  path: v.string(),
  at: v.string(),
  /** Why the station could not take it in after all: somebody looks, nothing is tried again. */
  because: v.optional(v.string()),
})
export type Kept = v.InferOutput<typeof Kept>

export const keptGifts = (): readonly Kept[] => {
  const read = v.safeParse(v.array(Kept), phoneStorage.read(KEY))
  return read.success ? read.output : []
}

const write = (all: readonly Kept[]): void => phoneStorage.write(KEY, all)
const change = (gift: Kept, next: (gift: Kept) => Kept[]): void =>
  write(keptGifts().flatMap((one) => (one.requestId === gift.requestId ? next(one) : [one])))

const files = () => Taro.getFileSystemManager()

/** A picture just taken is WeChat's to throw away: it is moved to where it stays. */
const stay = (tempFilePath: string): Promise<string> =>
  new Promise((resolve, reject) => {
    files().saveFile({ tempFilePath, success: ({ savedFilePath }) => resolve(savedFilePath), fail: reject })
  })

export const keepGift = async (code: string, picture: string): Promise<void> => {
  const path = await stay(picture)
  write([...keptGifts(), { requestId: newRequestId(), code, path, at: new Date().toISOString() }])
}

export const dropGift = (gift: Kept): void => {
  change(gift, () => [])
  files().removeSavedFile({ filePath: gift.path })
}

/** Why not, in words; nothing when it is taken in. */
const takeIn = async ({ requestId, code, path }: Kept): Promise<string | undefined> => {
  const slip = await wishes.slip({ code })
  const { kind, title, text } = verdictOf(slip, new Date())
  if (kind !== 'ok') return `${title}。${text}`
  const { id, version } = slip
  await wishes.act({ requestId, id, version, action: 'takeIn', form: { photo: await uploadPhoto(path) } })
  return undefined
}

/** Tried again later; every other refusal stands. */
const passing: readonly ErrorCode[] = ['UNREACHABLE', 'INTERNAL', 'CONFLICT']

type Sent = 'arrived' | 'refused' | 'later'

const sendOne = async (gift: Kept): Promise<Sent> => {
  const refuse = (because: string): Sent => {
    change(gift, (one) => [{ ...one, because }])
    return 'refused'
  }
  try {
    const because = await takeIn(gift)
    if (because !== undefined) return refuse(because)
    dropGift(gift)
    return 'arrived'
  } catch (failure) {
    const { code } = toAppError(failure)
    return passing.includes(code) ? 'later' : refuse(errors[code].text)
  }
}

let isSending = false

/** One after the other, in the order they came; answers how many arrived. */
export const sendKept = async (): Promise<number> => {
  if (isSending || !isOnline()) return 0
  isSending = true
  let arrived = 0
  for (const gift of keptGifts().filter(({ because }) => because === undefined)) {
    const sent = await sendOne(gift)
    if (sent === 'later') break
    if (sent === 'arrived') arrived += 1
  }
  isSending = false
  return arrived
}
