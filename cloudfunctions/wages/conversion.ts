/** A wage as a day’s and an hour’s. */
import { conversion as count } from '../../domain/wages'
import type { WagesHandler } from './handlers'

export const conversion: WagesHandler<'conversion'> = async (facts) => count(facts)
