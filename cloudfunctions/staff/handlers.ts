/** The type of one of this function's handlers. */
import type { staffApi } from '../../domain/staff'
import type { Handlers } from '../_lib/serve'

type All = Handlers<(typeof staffApi)['endpoints']>
export type StaffHandler<K extends keyof All> = All[K]
