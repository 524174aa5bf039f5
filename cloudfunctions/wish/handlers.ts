/** The type of one of this function's handlers. */
import type { wishApi } from '../../domain/wish'
import type { Handlers } from '../_lib/serve'

type All = Handlers<(typeof wishApi)['endpoints']>
export type WishHandler<K extends keyof All> = All[K]
export type { Drive } from '../_lib/drives'
export type { Donor, Wish } from '../_lib/lights'
