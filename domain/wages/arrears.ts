/** 欠薪 by month: what was agreed, never less than the minimum wage of a month fully worked, less what was given. */
import { type Fen, minus, noMoney, yuan } from '../kernel/money'
import { type Day, toDay } from '../kernel/time'
import { type Answer, asks, counted, type Line, line, type Need, type Note, note } from './answer'
import { cityWord, minimumWageOn } from './local-wages'
import { payDayOf } from './pay-day'
import type { ArrearsFacts, MonthOwed } from './schema'
import { sayMonth, sayOn } from './words'

const minimumOf = (month: string, city: string | undefined): Fen | undefined =>
  minimumWageOn(city, toDay(`${month}-01`))?.monthFen

function needsOfMonth({ month, agreedFen, paidFen, isFull }: MonthOwed, city: string | undefined): Need[] {
  const minimum = minimumOf(month, city)
  const hangsOnAttendance = agreedFen !== undefined && minimum !== undefined && agreedFen < minimum
  const said = sayMonth(month)
  return [
    ...(agreedFen === undefined ? [{ fact: 'agreed', question: `${said}讲好多少钱？`, month } as const] : []),
    ...(paidFen === undefined ? [{ fact: 'paid', question: `${said}给了多少？一分没给就写 0`, month } as const] : []),
    ...(hangsOnAttendance && isFull === undefined
      ? [{ fact: 'fullAttendance', question: `${said}该上的班都上了吗？`, month } as const]
      : []),
  ]
}

type Due = { readonly fen: Fen; readonly words: string; readonly isFloor: boolean }
type Counted = MonthOwed & { readonly due: Due }

/** What the month should have paid. */
function dueOf({ month, agreedFen = noMoney, isFull }: MonthOwed, city: string | undefined): Due {
  const minimum = minimumOf(month, city)
  const isFloor = minimum !== undefined && agreedFen < minimum && isFull === true
  if (!isFloor || city === undefined) return { fen: agreedFen, words: `讲好 ${yuan(agreedFen)}`, isFloor: false }
  const words = `讲好 ${yuan(agreedFen)}，不到${cityWord(city)}最低工资，按最低工资 ${yuan(minimum)}`
  return { fen: minimum, words, isFloor }
}

function lineOfMonth({ month, paidFen = noMoney, due }: Counted, { payDay }: ArrearsFacts, today: Day): Line {
  const law = due.isFloor ? 'minimumWage' : 'payInFull'
  const payBy = payDay && payDayOf(month, payDay).payBy
  const words = `${sayMonth(month)}：${due.words}，给了 ${yuan(paidFen)}`
  if (payBy !== undefined && today <= payBy)
    return line(`${words}，${sayOn(payBy, true)}才到发工资的日子，还不算欠`, noMoney, 'payOnTime')
  if (paidFen >= due.fen) return line(`${words}，没有欠`, noMoney, law)
  const owed = minus(due.fen, paidFen)
  return line(`${words}，欠 ${yuan(owed)}`, owed, law)
}

/** Where the promised day is a day off. */
function movedDays(months: readonly MonthOwed[], { payDay }: ArrearsFacts): Note[] {
  if (!payDay) return []
  return months.flatMap(({ month }) => {
    const { promisedOn, payBy } = payDayOf(month, payDay)
    if (promisedOn === payBy) return []
    const words = `${sayMonth(month)}的工资讲好 ${sayOn(promisedOn)}发，那天不上班，${sayOn(payBy)}前就要发`
    return [note(words, 'payOnTime')]
  })
}

const TAKE_HOME = '最低工资里不算加班费、高温夜班津贴、饭贴车贴房贴，也不算自己交的社保公积金。“给了”里有这些，还能多讨'

function notesOf(months: readonly Counted[], facts: ArrearsFacts): Note[] {
  const { city, payDay } = facts
  const hasFloor = months.some(({ due }) => due.isFloor)
  const unknown = months.filter(({ month }) => minimumOf(month, city) === undefined)
  const absent = months.some(({ isFull }) => isFull === false)
  return [
    ...movedDays(months, facts),
    ...(payDay ? [] : [note('哪天发工资没写，都当作到日子了')]),
    ...(unknown.length > 0 ? [note('有的月份最低工资没查到出处，没跟它比。拿不准，打 12333 问')] : []),
    ...(hasFloor ? [note(TAKE_HOME)] : []),
    ...(absent ? [note('没出满勤的月份，最低工资怎么折，打 12333 问')] : []),
    note('劳动部门让公司限期给、还不给的，要再加付 50% 到 100%', 'payExtra'),
    note('还在职，什么时候讨都行；离职了，一年内找仲裁', 'wageLimitation'),
  ]
}

/** `today`: what is not yet due is not yet owed. */
export function arrears(facts: ArrearsFacts, today: Day): Answer {
  const months = [...facts.months].sort((a, b) => (a.month < b.month ? -1 : 1))
  if (months.length === 0) return asks([{ fact: 'months', question: '哪几个月的工资没给够？' }])
  const needs = months.flatMap((row) => needsOfMonth(row, facts.city))
  if (needs.length > 0) return asks(needs)
  const rows = months.map((row) => ({ ...row, due: dueOf(row, facts.city) }))
  return counted(
    rows.map((row) => lineOfMonth(row, facts, today)),
    { notes: notesOf(rows, facts) },
  )
}
