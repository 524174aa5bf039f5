/** The type of one of this function's handlers. */
import type { siteApi } from '../../domain/site'
import type { Handlers } from '../_lib/serve'

type All = Handlers<(typeof siteApi)['endpoints']>
export type SiteHandler<K extends keyof All> = All[K]
