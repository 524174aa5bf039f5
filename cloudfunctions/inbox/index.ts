/** 消息: the table of endpoints. */
import { inboxApi } from '../../domain/inbox'
import { serve } from '../_lib/serve'
import { list } from './list'
import { markRead } from './markRead'

export const main = serve(inboxApi, { list, markRead })
