/** 补贴申领: the table of endpoints. */
import { claimApi } from '../../domain/claim'
import { serve } from '../_lib/serve'

export const main = serve(claimApi, {})
