/** 点位和海报: the table of endpoints. */
import { siteApi } from '../../domain/site'
import { serve } from '../_lib/serve'
import { act } from './act'
import { addArea } from './addArea'
import { areas } from './areas'
import { create } from './create'
import { get } from './get'
import { list } from './list'
import { poster } from './poster'
import { scan } from './scan'

export const main = serve(siteApi, { scan, create, list, get, act, poster, areas, addArea })
