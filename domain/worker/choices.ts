/** The closed lists a worker chooses from; the four residence classes are the notice's own (NOTICE.md §2). */

export const residences = {
  community: { label: '小区、村里', hint: '自己租的房，住亲戚家' },
  factory: { label: '工厂、园区、工地', hint: '宿舍、工棚' },
  hotel: { label: '酒店、宾馆、旅店', hint: '长住也算' },
  barracks: { label: '驻沪部队营区', hint: '在营区里干活、住' },
} as const

export const trades = {
  construction: { label: '建筑' },
  factory: { label: '工厂做工' },
  cleaning: { label: '保洁、环卫' },
  delivery: { label: '快递、外卖' },
  catering: { label: '餐饮' },
  hotel: { label: '酒店' },
  care: { label: '护工、家政' },
  security: { label: '保安' },
  logistics: { label: '仓库、冷链、运输' },
  market: { label: '菜场、超市' },
  other: { label: '别的' },
} as const

export const exposures = {
  yes: { label: '会接触', hint: '冷链、医院、机场、隔离点' },
  no: { label: '不接触', hint: '' },
  unsure: { label: '不清楚', hint: '' },
} as const

export const stays = {
  staying: { label: '留下过年', hint: '' },
  leaving: { label: '回老家', hint: '' },
  undecided: { label: '还没定', hint: '' },
} as const

export const companions = {
  alone: { label: '自己', hint: '' },
  spouse: { label: '爱人', hint: '' },
  children: { label: '有孩子', hint: '' },
  family: { label: '爱人和孩子', hint: '' },
  workmates: { label: '工友', hint: '' },
} as const

export const phoneSources = { wechat: { label: '微信给的' }, typed: { label: '自己输的' } } as const
