/** How the app was entered: by its icon or by a code, on which page. */
import { appData } from './app-data'
import { addressOf } from './routes'

export interface EntryOptions {
  path: string
  route: string
  query: Record<string, string>
  scene: number
  shareTicket: undefined
  referrerInfo: object
}

/** WeChat's scene numbers. */
const BY_MAIN_ENTRY = 1001
const BY_MINI_PROGRAM_CODE = 1047

let first: EntryOptions | undefined
let latest: EntryOptions | undefined

/** As it was launched. */
export const launched = (): EntryOptions | undefined => first
/** As it last came to the front. */
export const entered = (): EntryOptions | undefined => latest

/** The address' hash names the page; without one it is the app's first. */
export function enter(): EntryOptions {
  const hash = decodeURI(location.hash.slice(1))
  const { route, query } = addressOf(hash === '' ? `/${appData.pages[0]}` : hash)
  const scene = query.scene === undefined ? BY_MAIN_ENTRY : BY_MINI_PROGRAM_CODE
  latest = { path: route, route, query, scene, shareTicket: undefined, referrerInfo: {} }
  first ??= latest
  return latest
}
