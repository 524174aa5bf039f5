/** What is collected, what for, who sees it, for how long: the text a worker agrees to, as rows with a version (个人信息保护法 art 17, 30). */
import { readersIn, roleOf } from '../kernel/machine'
import { roles } from '../kernel/roles'
import { workerMachine } from './machine'

export const consentText = {
  version: 1,
  handler: { name: '本市外来务工人员留沪过年服务', contact: '12345' },
  parts: [
    {
      id: 'basic',
      isSensitive: false,
      title: '要什么',
      text: '姓名、手机号、老家、在哪干活、住哪类地方、干什么活、过年留不留、跟谁一起。',
    },
    {
      id: 'use',
      isSensitive: false,
      title: '拿来做什么',
      text: '核对是您本人，发补贴和年货，有事找得到您。不做别的。',
    },
    {
      id: 'document',
      isSensitive: true,
      title: '证件号',
      text: '证件号是隐私。只用来核对是不是您本人、防止有人冒领。不给也能看办事说明、打热线，只是不能登记。',
    },
    {
      id: 'keep',
      isSensitive: false,
      title: '存多久，怎么删',
      text: '过年这一季结束（3 月底）180 天后删掉。您随时能在“我的”里导出、改、删。删了，谁什么时候看过您的号码这份记录，法律要求留 6 个月，封存着，谁也不能用。',
    },
  ],
} as const

/** Who can read a registration, taken from the machine and never written by hand. */
export const consentReaders = (): string[] =>
  readersIn(workerMachine, 'submitted').flatMap((who) => {
    const held = roleOf(who)
    return held ? [roles[held.role].label] : []
  })

/** What is kept sealed after an erasure, and why; `source` names the ground, unsourced rows are marked so. */
export const keptAfterErasure = [
  {
    what: '您同意过哪一版说明、什么时候',
    why: '证明处理是经您同意的',
    until: '3 年',
    source: '个人信息保护法 第五十六条（影响评估与处理记录至少三年）',
    isSourced: true,
  },
  {
    what: '谁、什么时候、为什么看过您的号码',
    why: '查得到有没有人乱看',
    until: '180 天',
    source: '网络安全法 第二十一条（日志不少于六个月）',
    isSourced: false,
  },
  {
    what: '您的证件在哪一场许过几个心愿，只留对不出号码的记号',
    why: '同一个证件不多许',
    until: '到那一场收好',
    source: '本平台的承诺',
    isSourced: true,
  },
  {
    what: '打过钱的补贴：哪一项、多少钱、哪一天，不留是谁、打到哪张卡',
    why: '发出去的每一笔都对得上账',
    until: '30 年',
    source: '会计档案管理办法 附表一（会计凭证 30 年）',
    isSourced: false,
  },
  {
    what: '您的证件领过哪一项补贴，只留对不出号码的记号',
    why: '同一个证件不领两次',
    until: '到这份登记本来要删的那天',
    source: '本平台的承诺',
    isSourced: true,
  },
  {
    what: '单位名册里算您的那一行，只在那一份还没办完时',
    why: '单位按人领的钱，要对得上人',
    until: '到那一份办完',
    source: '个人信息保护法 第四十七条（法律要留的，只存不用）',
    isSourced: false,
  },
] as const
