/** 实名登记: the table of endpoints. */
import { workerApi } from '../../domain/worker'
import { serve } from '../_lib/serve'
import { act } from './act'
import { agree } from './agree'
import { changeSite } from './changeSite'
import { confirm } from './confirm'
import { confirmCode } from './confirmCode'
import { consent } from './consent'
import { correct } from './correct'
import { exportMine } from './exportMine'
import { exportRoster } from './exportRoster'
import { get } from './get'
import { importRoster } from './importRoster'
import { mine } from './mine'
import { register } from './register'
import { registerFor } from './registerFor'
import { reveal } from './reveal'
import { roster } from './roster'
import { seen } from './seen'

export const main = serve(workerApi, {
  consent,
  register,
  mine,
  agree,
  correct,
  changeSite,
  confirm,
  act,
  exportMine,
  seen,
  roster,
  get,
  reveal,
  registerFor,
  confirmCode,
  importRoster,
  exportRoster,
})
