/** 工作人员: the table of endpoints. */
import { staffApi } from '../../domain/staff'
import { serve } from '../_lib/serve'
import { accept } from './accept'
import { dismiss } from './dismiss'
import { invitation } from './invitation'
import { invite } from './invite'
import { list } from './list'
import { me } from './me'
import { revoke } from './revoke'
import { running } from './running'

export const main = serve(staffApi, { me, invite, invitation, accept, revoke, list, dismiss, running })
