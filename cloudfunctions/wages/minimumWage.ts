/** 最低工资 of a city on a day. */
import { minimumWage as find } from '../../domain/wages'
import type { WagesHandler } from './handlers'

export const minimumWage: WagesHandler<'minimumWage'> = async (facts) => find(facts)
