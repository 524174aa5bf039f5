/** What somebody answered on this phone, kept beside the cloud's own copy so that a slip of the finger can be put right. */
import * as v from 'valibot'
import { phoneStorage } from '../../cloud/phone-storage'

/** Goes with the other copies when a registration is erased. */
const KEY = 'kept:claim-said'
const Said = v.record(v.string(), v.string())

export const readSaid = (): Readonly<Record<string, string>> => {
  const parsed = v.safeParse(Said, phoneStorage.read(KEY))
  return parsed.success ? parsed.output : {}
}

export const keepSaid = (fact: string, words: string): void => phoneStorage.write(KEY, { ...readSaid(), [fact]: words })
