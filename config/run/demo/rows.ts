/** The demo city as rows: streets, places with a code on the wall, and workers; every person in it is made up. */
import type { ProvinceId } from '../../../domain/kernel/places'
import type { SiteDetails } from '../../../domain/site'
import type { Stay } from '../../../domain/worker'

export const CITY = '310000'
export const DISTRICT = '310106'

export const streets = [
  { id: '310106014', name: '曹家渡街道', districtId: DISTRICT },
  { id: '310106022', name: '彭浦新村街道', districtId: DISTRICT },
  { id: '310115004', name: '潍坊新村街道', districtId: '310115' },
] as const

export type DemoSite = {
  readonly key: string
  readonly streetId: (typeof streets)[number]['id']
  readonly details: SiteDetails
}

export const sites = [
  {
    key: 'tower',
    streetId: '310106014',
    details: {
      name: '长寿路三号楼工地',
      address: '静安区长寿路 999 弄',
      residence: 'factory',
      keeperName: '周建国',
      keeperPhone: '021-00000001',
    },
  },
  {
    key: 'village',
    streetId: '310106022',
    details: {
      name: '彭浦新村六街坊',
      address: '静安区闻喜路 999 弄',
      residence: 'community',
      keeperName: '六街坊居委会',
      keeperPhone: '021-00000002',
    },
  },
  {
    key: 'inn',
    streetId: '310106014',
    details: {
      name: '悦来旅店',
      address: '静安区万航渡路 999 号',
      residence: 'hotel',
      keeperName: '旅店前台',
      keeperPhone: '021-00000003',
    },
  },
  {
    key: 'barracks',
    streetId: '310115004',
    details: {
      name: '浦东某营区食堂',
      address: '浦东新区潍坊路 999 号',
      residence: 'barracks',
      keeperName: '营区值班室',
      keeperPhone: '021-00000004',
    },
  },
  {
    key: 'dormitory',
    streetId: '310106014',
    details: {
      name: '康定路职工宿舍',
      address: '静安区康定路 999 号',
      residence: 'factory',
      keeperName: '宿舍管理处',
      keeperPhone: '021-00000005',
    },
  },
  {
    key: 'station',
    streetId: '310106014',
    details: {
      name: '静安工人文化宫',
      address: '静安区昌平路 999 号',
      residence: 'community',
      keeperName: '爱心接力站',
      keeperPhone: '021-00000006',
    },
  },
] as const satisfies readonly DemoSite[]

export type SiteKey = (typeof sites)[number]['key']

export type DemoWorker = {
  readonly slug: string
  readonly name: string
  readonly age: number
  readonly province: ProvinceId
  readonly site: SiteKey
  readonly stay: Stay
  /** What the desk or the worker did after the registration. */
  readonly move?: 'verify' | 'verifyInStreet' | 'reject' | 'leave'
  /** Registers with the number of that other person. */
  readonly sameDocumentAs?: string
  /** Has no smartphone: the site officer registers them. */
  readonly isAssisted?: boolean
}

const onSite = { residence: 'factory', trade: 'construction', exposure: 'no', stay: 'staying' } as const
const inTown = { residence: 'community', trade: 'cleaning', exposure: 'no', stay: 'staying' } as const

export const workers = [
  {
    slug: 'worker',
    name: '张有福',
    age: 46,
    province: '34',
    site: 'tower',
    stay: { ...onSite, companion: 'family', childrenCount: 1 },
    move: 'verify',
  },
  {
    slug: 'demo-wang',
    name: '王秀兰',
    age: 38,
    province: '41',
    site: 'tower',
    stay: { ...onSite, companion: 'spouse' },
  },
  {
    slug: 'demo-li',
    name: '李长根',
    age: 52,
    province: '32',
    site: 'tower',
    stay: { ...onSite, companion: 'workmates' },
    move: 'reject',
  },
  {
    slug: 'demo-mai',
    name: '麦麦提·吐尔逊',
    age: 29,
    province: '65',
    site: 'tower',
    stay: { ...onSite, companion: 'alone' },
    move: 'verify',
  },
  {
    slug: 'demo-chen',
    name: '陈小军',
    age: 17,
    province: '36',
    site: 'tower',
    stay: { ...onSite, companion: 'workmates' },
  },
  {
    slug: 'demo-liu',
    name: '刘桂香',
    age: 44,
    province: '51',
    site: 'village',
    stay: { ...inTown, companion: 'spouse' },
  },
  {
    slug: 'demo-zhao',
    name: '赵铁柱',
    age: 33,
    province: '37',
    site: 'tower',
    stay: { ...onSite, stay: 'leaving', companion: 'alone' },
    move: 'leave',
  },
  {
    slug: 'demo-sun',
    name: '孙大勇',
    age: 46,
    province: '34',
    site: 'inn',
    stay: { ...inTown, residence: 'hotel', trade: 'delivery', companion: 'alone' },
    sameDocumentAs: 'worker',
  },
  {
    slug: 'demo-wu',
    name: '吴老四',
    age: 61,
    province: '33',
    site: 'tower',
    stay: { ...onSite, companion: 'alone' },
    isAssisted: true,
  },
  {
    slug: 'demo-qian',
    name: '钱小明',
    age: 15,
    province: '52',
    site: 'tower',
    stay: { ...onSite, companion: 'workmates' },
  },
] as const satisfies readonly DemoWorker[]
