/** Whoever lights: known to the union, and outwards only as they wish; a company may hold more lamps once a union said so. */
import * as v from 'valibot'
import { defineMachine, standing } from '../kernel/machine'
import { Place } from '../kernel/roles'
import { At, Id, nothing, text } from '../kernel/schema'
import { reason } from './clocks'
import { companyLights } from './quotas'
import { DonorName, DonorPhone } from './words'

export const CompanyName = text('单位名称', 40)

/** One lamp they lit and have not handed over; `slot` names the lighting, so that an old one gives back no newer one. */
export const Held = v.strictObject({ slot: v.string(), wishId: Id, at: At })

export const Donor = v.strictObject({
  _id: Id,
  ...standing,
  ...Place.entries,
  ownerId: v.string(),
  name: v.optional(DonorName),
  phone: v.optional(DonorPhone),
  /** The request that said so: sent again, WeChat's one-use code is not spent twice. */
  introducedBy: v.optional(v.string()),
  /** Whether the worker may read the name with the gift. */
  isNamed: v.boolean(),
  company: v.optional(CompanyName),
  limit: v.number(),
  used: v.number(),
  held: v.array(Held),
  /** When the clock looks whether each held lamp is really theirs. */
  checkAt: v.optional(At),
  createdAt: At,
  listKey: v.string(),
})

export const donorMachine = defineMachine({
  readBy: ['owner', 'districtUnion', 'cityAdmin'],
  starts: {
    begin: { to: 'person', by: ['anyone'], says: '点了第一盏' },
    ask: {
      to: 'asked',
      by: ['anyone'],
      tell: [{ template: 'companyAsks', to: 'unionOfficer' }],
      says: '单位想多点几盏',
    },
  },
  states: {
    person: { label: '个人', tone: 'plain', next: '没有要办的事' },
    asked: { label: '单位，工会在看', tone: 'wait', next: '工会看过，就能多点几盏' },
    company: { label: '单位', tone: 'ok', next: '没有要办的事' },
  },
  actions: {
    ask: {
      label: '单位多点几盏',
      from: ['person', 'company'],
      to: 'asked',
      by: ['owner'],
      form: v.strictObject({ company: CompanyName }),
      tell: [{ template: 'companyAsks', to: 'unionOfficer' }],
      says: '单位想多点几盏',
    },
    approve: {
      label: '同意',
      from: ['asked'],
      to: 'company',
      by: ['districtUnion'],
      notBy: ['owner'],
      form: v.strictObject({
        limit: v.pipe(
          v.number('写数字'),
          v.integer(),
          v.minValue(1, '至少 1 盏'),
          v.maxValue(companyLights, `最多 ${companyLights} 盏`),
        ),
      }),
      tell: [{ template: 'companyWelcome', to: 'owner' }],
      says: '工会同意了',
    },
    refuse: {
      label: '不同意',
      from: ['asked'],
      to: 'person',
      by: ['districtUnion'],
      notBy: ['owner'],
      form: reason,
      tell: [{ template: 'companyRefused', to: 'owner' }],
      says: '工会没同意',
    },
    /** They want nothing kept of who they are; what they still hold goes back to the wall. */
    forget: {
      label: '删掉我的',
      from: ['person', 'asked', 'company'],
      to: 'person',
      by: ['owner'],
      form: nothing,
      follows: ['letGo'],
      says: '删了资料',
    },
  },
})
