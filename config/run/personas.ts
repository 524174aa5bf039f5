/** The people of the demo city: each is a WeChat user of its own, at an address of its own, as on a phone of its own. */
import type { Role } from '../../domain/kernel/roles'

export type Persona = {
  readonly slug: string
  readonly label: string
  /** What they have to do here, in a few words. */
  readonly says: string
  readonly staff?: { readonly name: string; readonly role: Role }
  /** The page their phone opens on. */
  readonly page: string
}

const home = '/pages/home/index'
const desk = '/desk/home/index'

export const personas = [
  { slug: 'newcomer', label: '新来的工人', says: '还没登记，扫码就能登记', page: home },
  { slug: 'worker', label: '张师傅', says: '登记好了，看自己的卡', page: home },
  {
    slug: 'site-officer',
    label: '工地管理员',
    says: '核实刚登记的人',
    staff: { name: '周建国', role: 'siteOfficer' },
    page: desk,
  },
  {
    slug: 'street',
    label: '街道',
    says: '核对证件，管点位',
    staff: { name: '沈丽', role: 'streetOfficer' },
    page: desk,
  },
  { slug: 'wisher', label: '李阿姨', says: '许过心愿，有一样等她去拿', page: home },
  {
    slug: 'union',
    label: '区工会',
    says: '办心愿专场，看全区名册',
    staff: { name: '陆敏', role: 'unionOfficer' },
    page: desk,
  },
  {
    slug: 'street-union',
    label: '街道工会',
    says: '看刚许的心愿，报给区工会',
    staff: { name: '徐海平', role: 'unionOfficer' },
    page: desk,
  },
  { slug: 'donor', label: '爱心人士', says: '点亮心愿，买好送到接力站', page: '/pages/wish/index' },
  { slug: 'company', label: '爱心单位', says: '一次点亮好几盏', page: '/pages/wish/index' },
  {
    slug: 'keeper',
    label: '接力站',
    says: '收下东西，交到工人手上',
    staff: { name: '丁阿婆', role: 'stationKeeper' },
    page: desk,
  },
  {
    slug: 'content-reviewer',
    label: '内容审核员',
    says: '看公开写的话',
    staff: { name: '许静', role: 'contentReviewer' },
    page: desk,
  },
  { slug: 'city', label: '市级管理员', says: '加街道，发邀请', staff: { name: '顾明', role: 'cityAdmin' }, page: desk },
  {
    slug: 'inspector',
    label: '劳动监察员',
    says: '看有没有童工',
    staff: { name: '秦岚', role: 'inspector' },
    page: desk,
  },
  { slug: 'supervisor', label: '督查员', says: '只看，不办', staff: { name: '方正', role: 'supervisor' }, page: desk },
  {
    slug: 'reviewer',
    label: '审核员',
    says: '看交上来的补贴申领',
    staff: { name: '沈一诺', role: 'reviewer' },
    page: desk,
  },
  {
    slug: 'countersigner',
    label: '复核人',
    says: '超过限额的，第二个人看',
    staff: { name: '韩再明', role: 'countersigner' },
    page: desk,
  },
  { slug: 'cashier', label: '出纳', says: '做一批，交给银行', staff: { name: '蒋一文', role: 'cashier' }, page: desk },
  {
    slug: 'employer',
    label: '用人单位',
    says: '给自己的工人申领，传名册',
    staff: { name: '钱进', role: 'employerOfficer' },
    page: desk,
  },
  {
    slug: 'bureau',
    label: '人社局',
    says: '写补贴项目，看办得怎么样',
    staff: { name: '孔令宜', role: 'bureauOfficer' },
    page: desk,
  },
] as const satisfies readonly Persona[]

export type PersonaSlug = (typeof personas)[number]['slug']

/** As many fresh people as somebody likes to register: newcomer, newcomer-2, newcomer-3 … */
const NEWCOMERS = 30
const newcomers = Array.from({ length: NEWCOMERS - 1 }, (_, index) => `newcomer-${index + 2}`)
const slugs: readonly string[] = [...personas.map(({ slug }) => slug), ...newcomers]

export const isPersona = (slug: string): boolean => slugs.includes(slug)
export const openidOf = (slug: string): string => `oDemo-${slug}`

/** The numbers WeChat knows these people under. The range is real and these are made up: nobody is sent anything. */
export const phones = (): Record<string, string> =>
  Object.fromEntries(slugs.map((slug, index) => [openidOf(slug), numberOf(index)]))

export const numberOf = (index: number): string => `1990000${String(index).padStart(4, '0')}`
