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
const operator = { fn: 'bootstrap', openid: undefined, source: 'wx_http' } as const

export const askedOfNoPhone = [
  { ...operator, event: { endpoint: 'verifyChains', input: chains } },
  { ...operator, event: { endpoint: 'rotate', input: chains } },
  { fn: 'paper', openid: undefined, source: 'wx_client,scf', event: { endpoint: 'poster', input: poster } },
] as const

/** Answered only in a city that has nobody yet. */
export const firstInvitation = {
  ...operator,
  event: { endpoint: 'inviteAdmin', input: { ...once, cityId: '310000' } },
} as const
