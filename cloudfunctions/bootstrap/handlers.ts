/** The type of one of this function's handlers. */
import type { bootstrapApi } from '../../domain/bootstrap'
import type { Handlers } from '../_lib/serve'

type All = Handlers<(typeof bootstrapApi)['endpoints']>
export type BootstrapHandler<K extends keyof All> = All[K]
