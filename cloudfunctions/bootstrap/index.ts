/** 开城: what an operator's command may do, and no phone. */
import { bootstrapApi } from '../../domain/bootstrap'
import { serve } from '../_lib/serve'
import { inviteAdmin } from './inviteAdmin'
import { rotate } from './rotate'
import { verifyChains } from './verifyChains'

export const main = serve(bootstrapApi, { inviteAdmin, rotate, verifyChains })
