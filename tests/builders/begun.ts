/** What each case is begun with where no function makes it: filled in, and naming everybody who can be named. */
import { fen } from '../../domain/kernel/money'
import { here, named, OWNER, station } from './actors'

const at = '2021-02-07T02:00:00.000Z'

export const aRegistration = (_id: string) => ({
  _id,
  ...here,
  ownerId: OWNER,
  name: '王秀兰',
  phone: '13900001111',
  phoneSource: 'typed' as const,
  document: { kind: 'passport' as const, number: 'E12345678' },
  nameKey: 'n',
  tailKey: 't',
  phoneKey: 'p',
  documentKey: 'd',
  homeProvince: '34' as const,
  stay: { residence: 'factory', trade: 'construction', exposure: 'no', stay: 'staying', companion: 'alone' } as const,
  isMinor: false,
  isLate: false,
  createdAt: at,
  registeredBy: OWNER,
  listKey: `${at}~${_id}`,
  eraseOn: '2021-09-27',
})

export const aSite = (_id: string) => ({
  _id,
  ...here,
  ownerId: OWNER,
  name: '三号楼工地',
  address: '长寿路 999 弄',
  residence: 'factory' as const,
  keeperName: '门卫',
  keeperPhone: '021-00000001',
  streetName: '曹家渡街道',
  code: _id,
  codeVersion: 0,
  listKey: `${at}~${_id}`,
  createdAt: at,
})

export const anInvitation = (_id: string) => ({
  _id,
  ...here,
  ownerId: OWNER,
  role: 'siteOfficer' as const,
  scope: { level: 'site', id: here.siteId } as const,
  scopeName: '三号楼工地',
  validUntil: '2021-02-08T02:00:00.000Z',
  createdAt: at,
})

const standingAt = { ...station, name: '静安工人文化宫', address: '常德路 940 号', phone: '021-00000002' }

export const aWish = (_id: string) => ({
  _id,
  ...here,
  ...named,
  ownerId: OWNER,
  driveId: 'drive',
  workerId: 'worker',
  kind: 'schoolBag' as const,
  detail: '三年级',
  story: '想要一个结实的',
  valueCapFen: fen(15_000),
  isTextShown: true,
  station: standingAt,
  wall: 'off' as const,
  wallKey: _id,
  isLate: false,
  isFromUnion: false,
  createdAt: at,
  listKey: `${at}~${_id}`,
})

export const aDrive = (_id: string) => ({
  _id,
  ...here,
  scope: { level: 'district', id: here.districtId } as const,
  ownerId: OWNER,
  title: '点亮微心愿',
  opensOn: '2021-02-01',
  endsOn: '2021-02-09',
  rules: [],
  kinds: [{ kind: 'schoolBag' as const, valueCapFen: fen(15_000) }],
  wishesEach: 1,
  quota: 10,
  delivery: 'collect' as const,
  stationIds: [station.siteId],
  budgetFen: fen(0),
  stations: [standingAt],
  used: 0,
  holding: [],
  freeFen: fen(0),
  createdAt: at,
  listKey: `${at}~${_id}`,
})

export const aDonation = (_id: string) => ({
  _id,
  ...here,
  ownerId: OWNER,
  isNamed: false,
  limit: 3,
  used: 0,
  held: [],
  createdAt: at,
  listKey: `${at}~${_id}`,
})

export const aPosting = (_id: string) => ({
  _id,
  ...here,
  ownerId: OWNER,
  decidedBy: named.decidedBy,
  about: 'wish' as const,
  subjectId: 'wish',
  words: '想要一个结实的',
  reports: 0,
  createdAt: at,
  listKey: `${at}~${_id}`,
})
