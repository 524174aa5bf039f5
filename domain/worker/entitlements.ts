/** What a registered worker is entitled to, as dated rows with the document each comes from; no amount is promised without a source. */
import type { Day } from '../kernel/time/day'
import { factsOf, judge, type Rule, type Verdict } from '../rules'
import type { Stay } from './schema'

export type { Verdict }
export type Facts = Pick<Stay, 'stay' | 'residence' | 'exposure' | 'companion'> & { readonly isVerified: boolean }

type Row = {
  readonly id: string
  readonly title: string
  readonly what: string
  readonly how: string
  readonly source: string
  readonly rules: readonly Rule[]
}

const notice = (part: string) => `关于做好春节期间外来务工人员等留沪过年服务保障工作的通知（2021-02-06）${part}`
const staying: Rule = { fact: 'stay', must: { is: ['staying'] }, says: '过年留在本市' }
const verified: Rule = { fact: 'verified', must: { is: [true] } }
const exposed: Rule = { fact: 'exposure', must: { is: ['yes'] } }

export const entitlementRows: readonly Row[] = [
  {
    id: 'station',
    title: '爱心接力站歇脚',
    what: '热水、微波炉、插座、桌椅',
    how: '走进去就行',
    source: notice('第二条'),
    rules: [],
  },
  {
    id: 'visit',
    title: '节前上门看望',
    what: '登记、防疫和健康提示',
    how: '街道、工会会来',
    source: notice('第二条'),
    rules: [staying],
  },
  {
    id: 'followUp',
    title: '高风险岗位回访',
    what: '有人定期问您身体怎么样',
    how: '会打您登记的手机',
    source: notice('第二条'),
    rules: [staying, exposed],
  },
  {
    id: 'relief',
    title: '临时救助',
    what: '吃住一时有困难，街道帮忙',
    how: '找困难发生地的街道，或打 12345',
    source: notice('第三条'),
    rules: [],
  },
  {
    id: 'festival',
    title: '节日活动',
    what: '送春联、演出、读书、看电影',
    how: '看工会和单位的通知',
    source: notice('第四条'),
    rules: [staying],
  },
  {
    id: 'course',
    title: '免费技能课',
    what: '手机上学，过年期间开放',
    how: '上海职业技能互联网移动培训云平台',
    source: notice('第五条'),
    rules: [staying, verified],
  },
  {
    id: 'jobs',
    title: '找工作不打烊',
    what: '招聘信息、网上面试',
    how: '找公共就业服务机构，或打 12333',
    source: notice('第六条'),
    rules: [],
  },
]

/** Every row with each rule's own answer; the row's verdict is its weakest rule's. */
export const entitlementsFor = ({ stay, residence, exposure, companion, isVerified }: Facts, on: Day) => {
  const known = factsOf({ stay, residence, exposure, companion, verified: isVerified })
  return entitlementRows.map(({ rules, ...row }) => {
    const { verdict, answers } = judge(rules, known, on)
    return { ...row, rules: answers.map((answer) => ({ text: answer.text, verdict: answer.verdict })), verdict }
  })
}
