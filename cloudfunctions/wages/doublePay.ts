/** 两倍工资 up to today. */
import { onOf } from '../../domain/kernel/time'
import { doublePay as count } from '../../domain/wages'
import type { WagesHandler } from './handlers'

export const doublePay: WagesHandler<'doublePay'> = async (facts, { now }) => count(facts, onOf(now))
