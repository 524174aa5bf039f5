/** 点亮微心愿: the table of endpoints. */
import { wishApi } from '../../domain/wish'
import { serve } from '../_lib/serve'
import { act } from './act'
import { actDonor } from './actDonor'
import { actDrive } from './actDrive'
import { askAsCompany } from './askAsCompany'
import { awaitLamp } from './awaitLamp'
import { companies } from './companies'
import { drive } from './drive'
import { drivePoster } from './drivePoster'
import { drives } from './drives'
import { exportDrive } from './exportDrive'
import { exportMine } from './exportMine'
import { forgetMe } from './forgetMe'
import { get } from './get'
import { introduce } from './introduce'
import { label } from './label'
import { lamp } from './lamp'
import { light } from './light'
import { lightMany } from './lightMany'
import { make } from './make'
import { makeFor } from './makeFor'
import { mayWish } from './mayWish'
import { mine } from './mine'
import { promised } from './promised'
import { publishDrive } from './publishDrive'
import { queue } from './queue'
import { receipt } from './receipt'
import { shelf } from './shelf'
import { slip } from './slip'
import { thank } from './thank'
import { wall } from './wall'

export const main = serve(wishApi, {
  drives,
  publishDrive,
  actDrive,
  wall,
  lamp,
  mayWish,
  make,
  makeFor,
  mine,
  act,
  thank,
  light,
  lightMany,
  promised,
  introduce,
  exportMine,
  forgetMe,
  askAsCompany,
  actDonor,
  companies,
  awaitLamp,
  slip,
  queue,
  shelf,
  get,
  drive,
  exportDrive,
  drivePoster,
  label,
  receipt,
})
