/** The type of one of this function's handlers. */
import type { workerApi } from '../../domain/worker'
import type { DocOf } from '../_lib/cloud'
import type { Handlers } from '../_lib/serve'

type All = Handlers<(typeof workerApi)['endpoints']>
export type WorkerHandler<K extends keyof All> = All[K]
export type WorkerDoc = DocOf<'workers'>
