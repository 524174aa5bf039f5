/** The numbers people may call, as rows: a row without a source we have read is kept but not shown. */
import { dayKind, isWorkingDay } from './calendar'
import { clockOf, onOf } from './time/day'

export type Hours =
  | { kind: 'always' }
  /** Manned from `opens` to `closes` ('HH:mm'), on working days only or every day. */
  | { kind: 'manned'; on: 'workingDays' | 'everyDay'; opens: string; closes: string }
  /** No source says when somebody answers. */
  | { kind: 'unstated' }

export type Hotline = {
  number: string
  name: string
  what: string
  hours: Hours
  kind: 'service' | 'emergency'
  source: string
  isSourced: boolean
}

const merging = 'cnganbu.com 2021-01-06，国办关于优化地方政务服务便民热线的意见'
const unread = '还没有查到出处'

export const hotlines = [
  {
    number: '12345',
    name: '市民热线',
    what: '不知道找谁，就打这个',
    hours: { kind: 'always' },
    kind: 'service',
    source: merging,
    isSourced: true,
  },
  {
    number: '12333',
    name: '人社热线',
    what: '工资、合同、社保、培训',
    hours: { kind: 'unstated' },
    kind: 'service',
    source: 'shine.cn/news/metro/1712157876（2017-12）',
    isSourced: true,
  },
  {
    number: '12351',
    name: '工会热线',
    what: '工会帮忙：讨工资、困难、法律',
    hours: { kind: 'unstated' },
    kind: 'service',
    source: 'news.sina.com.cn/o/2004-10-15/13233932926s.shtml',
    isSourced: true,
  },
  {
    number: '12319',
    name: '建设热线',
    what: '工地上欠的工资',
    hours: { kind: 'unstated' },
    kind: 'service',
    source: 'shine.cn/news/metro/1712157876（2017-12）',
    isSourced: true,
  },
  {
    number: '12348',
    name: '法律援助',
    what: '免费问律师',
    hours: { kind: 'unstated' },
    kind: 'service',
    source: unread,
    isSourced: false,
  },
  {
    number: '12315',
    name: '消费投诉',
    what: '乱涨价、买到假货',
    hours: { kind: 'unstated' },
    kind: 'service',
    source: unread,
    isSourced: false,
  },
  {
    number: '110',
    name: '报警',
    what: '有危险、被打、被骗',
    hours: { kind: 'always' },
    kind: 'emergency',
    source: merging,
    isSourced: true,
  },
  {
    number: '119',
    name: '火警',
    what: '着火、被困',
    hours: { kind: 'always' },
    kind: 'emergency',
    source: merging,
    isSourced: true,
  },
  {
    number: '120',
    name: '急救',
    what: '受伤、急病',
    hours: { kind: 'always' },
    kind: 'emergency',
    source: merging,
    isSourced: true,
  },
] as const satisfies readonly Hotline[]

/** The short list for people; emergencies stay apart (emergencyHotlines). */
export function shownHotlines(rows: readonly Hotline[] = hotlines): Hotline[] {
  return rows.filter((row) => row.isSourced && row.kind === 'service')
}

export function emergencyHotlines(rows: readonly Hotline[] = hotlines): Hotline[] {
  return rows.filter((row) => row.isSourced && row.kind === 'emergency')
}

/** Whether somebody answers now, in words; never a promise that no source makes. */
export function hoursNow({ hours, number }: Pick<Hotline, 'hours' | 'number'>, now: Date): string {
  if (hours.kind === 'always') return '全天有人接'
  if (hours.kind === 'unstated') return number === '12345' ? '打过去试试' : '没人接，就打 12345'
  const span = `${hours.opens}–${hours.closes}`
  const day = onOf(now)
  if (hours.on === 'workingDays' && !isWorkingDay(day)) {
    return `${dayKind(day) === 'statutory' ? '今天放假' : '今天休息'}，上班的日子 ${span} 有人接`
  }
  const clock = clockOf(now)
  if (clock < hours.opens) return `今天 ${hours.opens} 开始有人接`
  return clock < hours.closes ? `现在有人接，到 ${hours.closes}` : `今天下班了，${span} 有人接`
}
