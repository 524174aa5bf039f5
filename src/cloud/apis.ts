/** The functions a page calls, one object for each domain. */
import { inboxApi } from '../../domain/inbox/api'
import type { postingApi } from '../../domain/posting/api'
import type { siteApi } from '../../domain/site/api'
import type { staffApi } from '../../domain/staff/api'
import type { wishApi } from '../../domain/wish/api'
import { workerApi } from '../../domain/worker/api'
import { client, named } from './client'

export const workers = client(workerApi)
export const inbox = client(inboxApi)

/** What the main package reads no schema of is known here by name alone. */
export const sites = named<typeof siteApi.endpoints>('site', {
  scan: true,
  create: true,
  list: true,
  get: true,
  act: true,
  poster: true,
  areas: true,
  addArea: true,
})
export const staff = named<typeof staffApi.endpoints>('staff', {
  me: true,
  invite: true,
  invitation: true,
  accept: true,
  revoke: true,
  list: true,
  dismiss: true,
  running: true,
})
export const wishes = named<typeof wishApi.endpoints>('wish', {
  drives: true,
  publishDrive: true,
  actDrive: true,
  wall: true,
  lamp: true,
  mayWish: true,
  make: true,
  makeFor: true,
  mine: true,
  act: true,
  thank: true,
  light: true,
  lightMany: true,
  promised: true,
  introduce: true,
  askAsCompany: true,
  exportMine: true,
  forgetMe: true,
  actDonor: true,
  companies: true,
  awaitLamp: true,
  slip: true,
  queue: true,
  shelf: true,
  get: true,
  drive: true,
  exportDrive: true,
  drivePoster: true,
  label: true,
  receipt: true,
})
export const postings = named<typeof postingApi.endpoints>('posting', { queue: true, mine: true, act: true })
