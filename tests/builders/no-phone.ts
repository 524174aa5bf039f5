/** What is asked of the functions no phone may call: the operator's and those of other functions. */
const once = { requestId: 'audit-00001' }
const chains = { ...once, collection: 'workers' }
const poster = {
  ...once,
  path: 'sealed/posters/audit',
  scene: 's=0000000000.00.0',
  printedCode: '00000 00000 00',
  name: '长寿路三号楼工地',
  address: '静安区长寿路 999 弄',
  keeperName: '值班室',
  keeperPhone: '021-00000001',
}
const drivePoster = {
  ...once,
  path: 'sealed/posters/audit-drive',
  scene: 'd=0000000000',
  title: '静安区点亮微心愿',
  kinds: '爱心书包、棉衣',
  until: '2月9日',
}
const label = {
  ...once,
  path: 'sealed/labels/audit',
  number: 'A1B2C3',
  gift: '爱心书包，三年级用',
  receiver: '王**',
  station: '静安工人文化宫',
  takenIn: '2月1日',
}
const operator = { fn: 'bootstrap', openid: undefined, source: 'wx_http' } as const

export const askedOfNoPhone = [
  { ...operator, event: { endpoint: 'verifyChains', input: chains } },
  { ...operator, event: { endpoint: 'rotate', input: chains } },
  { fn: 'paper', openid: undefined, source: 'wx_client,scf', event: { endpoint: 'poster', input: poster } },
  { fn: 'paper', openid: undefined, source: 'wx_client,scf', event: { endpoint: 'drivePoster', input: drivePoster } },
  { fn: 'paper', openid: undefined, source: 'wx_client,scf', event: { endpoint: 'label', input: label } },
] as const

/** Answered only in a city that has nobody yet. */
export const firstInvitation = {
  ...operator,
  event: { endpoint: 'inviteAdmin', input: { ...once, cityId: '310000' } },
} as const
