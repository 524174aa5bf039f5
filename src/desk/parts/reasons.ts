/** The reasons a desk gives most, ready to choose; each is read by the worker as it stands here. */
import type { DeskAction } from '../person/decisions'

export const decisionReasons: Readonly<Record<DeskAction, readonly string[]>> = {
  verify: [],
  settle: [],
  reject: [
    '名字和证件上的不一样',
    '证件号和证件上的不一样',
    '手机号打不通',
    '不在这里干活，也不住这里',
    '选错了住的地方',
  ],
  refuse: ['来核对的人不是证件上的人', '证件没带来，核对不了', '证件号写的是别人的'],
}

export const revealReasons = ['打电话核对登记', '通知来领东西', '核对证件', '有急事要找到本人']
export const exportReasons = ['报给街道汇总', '发年货、发补贴', '核对在岗的人']
export const siteReasons = {
  revoke: ['这个点撤了', '海报被人乱贴', '活干完了'],
  reissue: ['海报坏了，要重印', '海报被人乱贴', '码泄露了'],
} as const
