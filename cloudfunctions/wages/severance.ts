/** 经济补偿, counted without a look at the database. */
import { severance as count } from '../../domain/wages'
import type { WagesHandler } from './handlers'

export const severance: WagesHandler<'severance'> = async (facts) => count(facts)
