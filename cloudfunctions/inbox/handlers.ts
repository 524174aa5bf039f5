/** The type of one of this function's handlers. */
import type { inboxApi } from '../../domain/inbox'
import type { Handlers } from '../_lib/serve'

type All = Handlers<(typeof inboxApi)['endpoints']>
export type InboxHandler<K extends keyof All> = All[K]
