/** The type of one of this function's handlers. */
import type { wagesApi } from '../../domain/wages'
import type { Handlers } from '../_lib/serve'

type All = Handlers<(typeof wagesApi)['endpoints']>
export type WagesHandler<K extends keyof All> = All[K]
