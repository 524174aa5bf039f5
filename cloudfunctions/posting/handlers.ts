/** The type of one of this function's handlers. */
import type { postingApi } from '../../domain/posting'
import type { Handlers } from '../_lib/serve'

type All = Handlers<(typeof postingApi)['endpoints']>
export type PostingHandler<K extends keyof All> = All[K]
