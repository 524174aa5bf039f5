/** 补贴申领: the table of endpoints. */
import { claimApi } from '../../domain/claim'
import { serve } from '../_lib/serve'
import { act } from './act'
import { actProgramme } from './actProgramme'
import { answer } from './answer'
import { countRegistered } from './countRegistered'
import { deskProgramme } from './deskProgramme'
import { deskProgrammes } from './deskProgrammes'
import { mine } from './mine'
import { openProgramme } from './openProgramme'
import { programme } from './programme'
import { programmes } from './programmes'
import { saveProgramme } from './saveProgramme'
import { submit } from './submit'
import { tryRules } from './tryRules'

export const main = serve(claimApi, {
  programmes,
  programme,
  answer,
  submit,
  mine,
  act,
  saveProgramme,
  openProgramme,
  actProgramme,
  tryRules,
  countRegistered,
  deskProgrammes,
  deskProgramme,
})
