/** 公开的话: the table of endpoints. */
import { postingApi } from '../../domain/posting'
import { serve } from '../_lib/serve'
import { act } from './act'
import { mine } from './mine'
import { queue } from './queue'

export const main = serve(postingApi, { queue, mine, act })
