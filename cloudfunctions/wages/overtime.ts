/** 加班费, counted without a look at the database. */
import { overtime as count } from '../../domain/wages'
import type { WagesHandler } from './handlers'

export const overtime: WagesHandler<'overtime'> = async (facts) => count(facts)
