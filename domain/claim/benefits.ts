/** What a programme may give: the notice's six kinds, the one-time extra of a state-owned enterprise, and an employer's two training subsidies (NOTICE.md §2, §5). */

/** Who asks for it: the worker for themselves, or their employer for many at once. */
export const claimants = {
  worker: { label: '本人领', hasRoster: false },
  employer: { label: '单位领', hasRoster: true },
} as const
export type Claimant = keyof typeof claimants

export const benefits = {
  phone: { label: '通讯费补贴', claimant: 'worker', article: '通知第二条' },
  transport: { label: '交通费补贴', claimant: 'worker', article: '通知第二条' },
  health: { label: '健康医疗补贴', claimant: 'worker', article: '通知第二条' },
  entertainment: { label: '影音娱乐礼包', claimant: 'worker', article: '通知第二条' },
  retail: { label: '扶贫产品零售礼包', claimant: 'worker', article: '通知第二条' },
  living: { label: '就餐住宿防疫保障', claimant: 'worker', article: '通知第二条' },
  stateOwnedExtra: { label: '国企一次性额外补贴', claimant: 'worker', article: '通知第二条' },
  onlineTraining: { label: '线上职业培训补贴', claimant: 'employer', article: '通知第五条' },
  workTraining: { label: '以工代训补贴', claimant: 'employer', article: '通知第五条' },
} as const satisfies Record<string, { label: string; claimant: Claimant; article: string }>
export type BenefitName = keyof typeof benefits
export const benefitNames = Object.keys(benefits) as [BenefitName, ...BenefitName[]]

/** Money goes to a card; a voucher or a thing is handed out, and its value is what the budget pays. */
export const gifts = {
  cash: { label: '现金', isToCard: true },
  voucher: { label: '券', isToCard: false },
  inKind: { label: '东西', isToCard: false },
} as const
export type GiftName = keyof typeof gifts

/** What a formula multiplies by. `asks`: the claimant writes how many; else there is one for each claim, or each person of a month. */
export const units = {
  person: { label: '每人', word: '人', asks: undefined },
  month: { label: '每人每月', word: '个月', asks: undefined },
  trainingHour: { label: '每学时', word: '学时', asks: '学了多少学时' },
  festivalDay: { label: '春节上班每天', word: '天', asks: '春节期间上了几天班' },
} as const satisfies Record<string, { label: string; word: string; asks: string | undefined }>
export type UnitName = keyof typeof units

/** How a share is brought to whole fen: named by the rule, for want of which nothing is rounded. */
export const roundings = {
  down: { label: '不满一分的舍去' },
  halfUp: { label: '四舍五入到分' },
  up: { label: '不满一分的进一分' },
} as const
export type RoundingName = keyof typeof roundings
