/** What the build reads from its surroundings, parsed once. */
import * as v from 'valibot'
import { version } from '../package.json'

/** The notice template of a desk, where WeChat's stand-in takes any name. */
export const DESK_TEMPLATE = 'desk-notice'

const Env = v.object({
  /** The cloud environment a deployed mini-program speaks to; a desk has none. */
  CLOUD_ENV: v.optional(v.string(), ''),
  /** Ids of the notice templates WeChat gave to the app, parted by commas. */
  NOTICE_TEMPLATE_IDS: v.pipe(
    v.optional(v.string(), DESK_TEMPLATE),
    v.transform((text) => text.split(',').filter((id) => id !== '')),
  ),
})

export const env = v.parse(Env, process.env)

/** The release being built: it goes along with every call, so that the cloud can tell an old phone to update. */
export const appVersion: string = version
