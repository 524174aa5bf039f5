/** 补贴申领: the table of endpoints. */
import { claimApi } from '../../domain/claim'
import { serve } from '../_lib/serve'
import { act } from './act'
import { actProgramme } from './actProgramme'
import { answer } from './answer'
import { applyResults } from './applyResults'
import { batch } from './batch'
import { batches } from './batches'
import { batchFile } from './batchFile'
import { countRegistered } from './countRegistered'
import { desk } from './desk'
import { deskProgramme } from './deskProgramme'
import { deskProgrammes } from './deskProgrammes'
import { importResults } from './importResults'
import { makeBatch } from './makeBatch'
import { mine } from './mine'
import { openProgramme } from './openProgramme'
import { programme } from './programme'
import { programmes } from './programmes'
import { saveProgramme } from './saveProgramme'
import { submit } from './submit'
import { tryRules } from './tryRules'
import { workList } from './workList'

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
  desk,
  workList,
  makeBatch,
  batches,
  batch,
  batchFile,
  importResults,
  applyResults,
})
