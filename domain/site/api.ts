/** The contract of the function `site`: places with a code on the wall. */
import * as v from 'valibot'
import { defineApi, read, write } from '../kernel/api'
import { actionNames, actSchema, stateNames } from '../kernel/machine'
import { roleNames, Scope } from '../kernel/roles'
import { Cursor, Id, RequestId, text } from '../kernel/schema'
import { SiteLine, TimelineRow } from '../worker/views'
import { siteMachine } from './machine'
import { AreaView, PosterFiles, SiteDetails } from './schema'

const once = { requestId: RequestId }
const SiteRow = v.strictObject({
  id: Id,
  version: v.number(),
  state: v.picklist(stateNames(siteMachine)),
  stateLabel: v.string(),
  ...SiteDetails.entries,
  districtId: Id,
  districtName: v.string(),
  streetId: Id,
  streetName: v.string(),
  orgId: v.optional(Id),
  scene: v.string(),
  printedCode: v.string(),
  can: v.array(v.picklist(actionNames(siteMachine))),
})

export const siteApi = defineApi('site', '点位和海报', {
  scan: read({
    says: 'What a scanned or typed code stands for. Reads no database while a copy younger than a minute is at hand; registering checks again.',
    who: 'anyone',
    input: v.strictObject({ scene: v.pipe(v.string(), v.maxLength(200)) }),
    output: v.strictObject({ site: SiteLine }),
    errors: ['CODE_DAMAGED', 'CODE_FOREIGN', 'CODE_REVOKED'],
  }),
  create: write({
    says: 'Opens a site in a street of the caller’s scope.',
    who: ['cityAdmin', 'streetOfficer', 'unionOfficer'],
    input: v.strictObject({ ...once, streetId: Id, orgId: v.optional(Id), details: SiteDetails }),
    output: v.strictObject({ site: SiteRow }),
    errors: ['NOT_FOUND', 'FORBIDDEN'],
  }),
  list: read({
    says: 'The sites of a scope, by name of street and creation.',
    who: roleNames,
    input: v.strictObject({ scope: Scope, cursor: v.optional(Cursor) }),
    output: v.strictObject({ rows: v.array(SiteRow), next: v.optional(Cursor) }),
    errors: ['NOT_FOUND'],
  }),
  get: read({
    says: 'One site with its code and history.',
    who: roleNames,
    input: v.strictObject({ id: Id }),
    output: v.strictObject({ site: SiteRow, timeline: v.array(TimelineRow) }),
    errors: ['NOT_FOUND'],
  }),
  act: write({
    says: 'Updates a site, revokes its code, or issues a new one.',
    who: ['cityAdmin', 'streetOfficer', 'unionOfficer', 'siteOfficer'],
    input: actSchema(siteMachine, ['update', 'revoke', 'reissue']),
    output: v.strictObject({ site: SiteRow }),
    errors: ['NOT_FOUND', 'FORBIDDEN', 'ACTION_NOT_ALLOWED', 'CONFLICT', 'SITE_CODE_EXHAUSTED'],
  }),
  poster: write({
    says: 'Draws the A4 poster as PNG and PDF; the links live ten minutes.',
    who: ['cityAdmin', 'streetOfficer', 'unionOfficer', 'siteOfficer'],
    input: v.strictObject({ ...once, id: Id }),
    output: PosterFiles,
    errors: ['NOT_FOUND', 'CODE_REVOKED'],
  }),
  areas: read({
    says: 'Streets and organisations of a district.',
    who: roleNames,
    input: v.strictObject({ districtId: Id }),
    output: v.strictObject({ rows: v.array(AreaView) }),
    errors: [],
  }),
  addArea: write({
    says: 'Adds a street (its nine-digit code) or an organisation.',
    who: ['cityAdmin'],
    input: v.strictObject({
      ...once,
      kind: v.picklist(['street', 'org']),
      id: Id,
      name: text('名称', 40),
      districtId: Id,
    }),
    output: v.strictObject({ area: AreaView }),
    errors: ['NOT_FOUND', 'CONFLICT'],
  }),
})
export { SiteRow }
