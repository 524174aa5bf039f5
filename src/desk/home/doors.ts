/** The desk's entrances as rows: each opens to whoever the contract lets in. */
import { claimApi } from '../../../domain/claim/api'
import type { Endpoint } from '../../../domain/kernel/api'
import { postingApi } from '../../../domain/posting/api'
import { siteApi } from '../../../domain/site/api'
import { staffApi } from '../../../domain/staff/api'
import type { GrantView } from '../../../domain/staff/schema'
import { wishApi } from '../../../domain/wish/api'
import { workerApi } from '../../../domain/worker/api'
import { mayCall, rosterGrants, wishGrants } from '../parts/access'
import type { DeskScreen } from '../parts/routes'

export type Door = {
  readonly screen: DeskScreen
  readonly icon: 'doc' | 'pin' | 'plus' | 'me' | 'pen' | 'lamp' | 'gift' | 'hand' | 'msg' | 'card' | 'scale' | 'q'
  readonly title: string
  readonly note: string
}
type Row = Door & { readonly endpoint: Endpoint }

const { endpoints: wish } = wishApi
const { endpoints: claim } = claimApi
const rows: readonly Row[] = [
  { screen: 'claims', icon: 'scale', title: '补贴申领', note: '看申领、同意、退回', endpoint: claim.workList },
  { screen: 'batches', icon: 'card', title: '打钱', note: '做一批、交给银行、对结果', endpoint: claim.batches },
  { screen: 'objections', icon: 'q', title: '异议', note: '对公示和名册说的', endpoint: claim.objections },
  {
    screen: 'programmes',
    icon: 'pen',
    title: '补贴项目',
    note: '写规定、试一试、开始领、看钱',
    endpoint: claim.saveProgramme,
  },
  {
    screen: 'roster-claim',
    icon: 'doc',
    title: '单位领补贴',
    note: '传名册，一次领好多人的',
    endpoint: claim.employerProgrammes,
  },
  { screen: 'wishes', icon: 'lamp', title: '心愿', note: '看心愿、挂上墙、答复', endpoint: wish.queue },
  { screen: 'drive', icon: 'gift', title: '心愿活动', note: '办一场、看数字', endpoint: wish.drive },
  { screen: 'station', icon: 'hand', title: '接力站', note: '收东西、交到手上', endpoint: wish.shelf },
  { screen: 'companies', icon: 'me', title: '爱心单位', note: '能点几盏', endpoint: wish.companies },
  {
    screen: 'postings',
    icon: 'msg',
    title: '公开的话',
    note: '要人看的、被举报的',
    endpoint: postingApi.endpoints.queue,
  },
  { screen: 'roster', icon: 'doc', title: '名册', note: '查人、核实、导出', endpoint: workerApi.endpoints.roster },
  { screen: 'sites', icon: 'pin', title: '点位和海报', note: '建点、印码、换码', endpoint: siteApi.endpoints.poster },
  {
    screen: 'register-for',
    icon: 'pen',
    title: '代人登记',
    note: '没有智能手机的人',
    endpoint: workerApi.endpoints.registerFor,
  },
  {
    screen: 'import',
    icon: 'plus',
    title: '从表格导入',
    note: '一次最多 500 人',
    endpoint: workerApi.endpoints.importRoster,
  },
  { screen: 'invite', icon: 'plus', title: '邀请同事', note: '一张码，用一次', endpoint: staffApi.endpoints.invite },
  { screen: 'people', icon: 'me', title: '同事', note: '谁管哪里', endpoint: staffApi.endpoints.list },
]

/** A drive stands over a city or a district; a street has none of its own. */
const mayHoldDrives = (grants: readonly GrantView[]): GrantView[] =>
  grants.filter(({ scope: { level } }) => level === 'city' || level === 'district')

/** `canInvite` comes from the server: holding a role is not enough to hand one out. */
export const doorsFor = (grants: readonly GrantView[], canInvite: boolean): Door[] =>
  rows.filter(({ screen, endpoint }) => {
    if (screen === 'roster') return rosterGrants(grants).length > 0
    if (screen === 'wishes') return wishGrants(grants).length > 0
    if (screen === 'drive' || screen === 'companies')
      return wishGrants(mayHoldDrives(grants)).length > 0 && mayCall(endpoint, grants)
    return mayCall(endpoint, grants) && (screen !== 'invite' || canInvite)
  })
