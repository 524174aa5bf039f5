/** 纸面: what is printed, for other functions. */
import { paperApi } from '../../domain/paper'
import { serve } from '../_lib/serve'
import { drivePoster } from './drivePoster'
import { label } from './label'
import { poster } from './poster'

export const main = serve(paperApi, { poster, drivePoster, label })
