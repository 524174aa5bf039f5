/** 补贴申领: the table of endpoints. */
import { claimApi } from '../../domain/claim'
import { serve } from '../_lib/serve'
import { act } from './act'
import { actObjection } from './actObjection'
import { actProgramme } from './actProgramme'
import { answer } from './answer'
import { applyResults } from './applyResults'
import { approveMany } from './approveMany'
import { batch } from './batch'
import { batches } from './batches'
import { batchFile } from './batchFile'
import { counted } from './counted'
import { countRegistered } from './countRegistered'
import { countRoster } from './countRoster'
import { desk } from './desk'
import { deskProgramme } from './deskProgramme'
import { deskProgrammes } from './deskProgrammes'
import { employerProgrammes } from './employerProgrammes'
import { get } from './get'
import { importResults } from './importResults'
import { makeBatch } from './makeBatch'
import { mine } from './mine'
import { object } from './object'
import { objections } from './objections'
import { openProgramme } from './openProgramme'
import { programme } from './programme'
import { programmes } from './programmes'
import { published } from './published'
import { readRoster } from './readRoster'
import { rosterClaims } from './rosterClaims'
import { rosterPart } from './rosterPart'
import { saveProgramme } from './saveProgramme'
import { submit } from './submit'
import { submitRoster } from './submitRoster'
import { tryRules } from './tryRules'
import { workList } from './workList'

export const main = serve(claimApi, {
  programmes,
  programme,
  answer,
  submit,
  mine,
  act,
  counted,
  published,
  object,
  saveProgramme,
  openProgramme,
  actProgramme,
  tryRules,
  countRegistered,
  deskProgrammes,
  deskProgramme,
  desk,
  workList,
  get,
  approveMany,
  objections,
  actObjection,
  makeBatch,
  batches,
  batch,
  batchFile,
  importResults,
  applyResults,
  employerProgrammes,
  rosterClaims,
  readRoster,
  countRoster,
  rosterPart,
  submitRoster,
})
