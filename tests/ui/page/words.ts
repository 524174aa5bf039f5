/** The words people read: the left column of the word list, 请, bare 确定, error codes and foreign letters have no place. */
import { type Piece, seen } from './seen'

const never = [
  '提交成功',
  '请等待审核',
  '不符合申领条件',
  '审核不通过',
  '退回补正',
  '被申请人',
  '申请仲裁',
  '个人敏感信息授权',
  '参数错误',
  '校验失败',
  '系统繁忙',
  '稍后再试',
  '网络异常',
  '实名认证',
  '拖欠劳动报酬',
  '常住居住地',
  '逾期未处理',
  '认领成功',
  '背靠背调解',
  '确定',
  '取消',
  '抱歉',
  '对不起',
]

/** 申请 and 邀请 are what things are called; 请 alone asks where a verb is enough. */
const isAsking = (text: string): boolean => /(?<![申邀聘])请/.test(text)
const errorCode = /[A-Z]{2,}(_[A-Z]+)+|undefined|NaN|\[object/
const foreign = /[A-Za-z]{2,}/g
const known = new Set(['Excel', 'PDF', 'PNG'])

/** A code that is read out letter by letter is no word. */
const isCode = (holder: Element): boolean =>
  holder.closest('.nh-qr__figures,.desk-code,.desk-confirm,.claim-receipt') !== null

function complaints(text: string, isStaff: boolean, mayHoldCode: boolean): string[] {
  const words = never.filter((word) => text.includes(word))
  const letters = isStaff || mayHoldCode ? [] : (text.match(foreign) ?? []).filter((word) => !known.has(word))
  return [
    ...words.map((word) => `the word ${word}: “${text}”`),
    ...(isAsking(text) ? [`the word 请: “${text}”`] : []),
    ...(errorCode.test(text) ? [`a code instead of words: “${text}”`] : []),
    ...letters.map((word) => `foreign letters ${word}: “${text}”`),
  ]
}

const spokenOnly = (): string[] =>
  seen('[aria-label],[placeholder]').flatMap((element) => [
    element.getAttribute('aria-label') ?? '',
    element.getAttribute('placeholder') ?? '',
  ])

export const words = (all: readonly Piece[], isStaff: boolean): string[] => [
  ...all.flatMap(({ text, holder }) => complaints(text, isStaff, isCode(holder))),
  ...spokenOnly().flatMap((text) => complaints(text, isStaff, /编号/.test(text))),
]
