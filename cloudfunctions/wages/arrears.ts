/** 欠薪 as of today: what is not due yet is not owed yet. */
import { onOf } from '../../domain/kernel/time'
import { arrears as count } from '../../domain/wages'
import type { WagesHandler } from './handlers'

export const arrears: WagesHandler<'arrears'> = async (facts, { now }) => count(facts, onOf(now))
