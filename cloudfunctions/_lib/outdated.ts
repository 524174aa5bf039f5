/** Functions go live at once while old mini-programs stay on phones: one that is too old is told to update, before anything else. */
import * as v from 'valibot'
import { AppError } from '../../domain/kernel/errors'
import { isOlder, Version } from '../../domain/kernel/version'

const Oldest = v.fallback(v.optional(Version), undefined)

/** The oldest release still taken is a setting of the function, so that raising it needs no new code anywhere. */
const oldest = (): string | undefined => v.parse(Oldest, process.env.NUANHU_OLDEST_CLIENT)

/** A caller that names no release is none of ours: no phone was ever given a mini-program that does not. */
export const refuseOutdated = (version: string | undefined): void => {
  const least = oldest()
  if (version === undefined || least === undefined || !isOlder(version, least)) return
  throw new AppError('UPGRADE_REQUIRED', { reason: `${version} calls, ${least} is the oldest taken` })
}
