/** The type of one of this function's handlers. */
import type { claimApi } from '../../domain/claim'
import type { DocOf } from '../_lib/cloud'
import type { Handlers } from '../_lib/serve'

type All = Handlers<(typeof claimApi)['endpoints']>
export type ClaimHandler<K extends keyof All> = All[K]
export type Claim = DocOf<'claims'>
export type Programme = DocOf<'programmes'>
export type Worker = DocOf<'workers'>
export type Batch = DocOf<'batches'>
export type Objection = DocOf<'objections'>
