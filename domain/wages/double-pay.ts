/** 没签书面合同的两倍工资: the second of the two wages, from the day after one month to the day before one year. */
import { type Fen, fen, portion, sum, yuan } from '../kernel/money'
import { addDays, addMonths, type Day, dayKind, daysBetween, isKnown } from '../kernel/time'
import { type Answer, asks, counted, type Line, line, type Need, type Note, note } from './answer'
import { paidDays, underContractLaw } from './laws'
import { type DoublePayFacts, STILL } from './schema'
import { sayOn } from './words'

const MOST_MONTHS = 11

function needsOf({ startedOn, isSigned, signedOn, endedOn, monthFen }: DoublePayFacts): Need[] {
  return [
    ...(startedOn ? [] : [{ fact: 'startedOn', question: '哪天开始上班的？' } as const]),
    ...(isSigned === undefined ? [{ fact: 'isSigned', question: '书面合同签了没有？' } as const] : []),
    ...(isSigned && !signedOn ? [{ fact: 'signedOn', question: '合同是哪天签的？' } as const] : []),
    ...(endedOn ? [] : [{ fact: 'endedOn', question: '还在这家干吗？不干了的话，最后一天是哪天？' } as const]),
    ...(monthFen === undefined ? [{ fact: 'monthlyWage', question: '一个月讲好多少钱？' } as const] : []),
  ]
}

const earliest = (...days: readonly (Day | undefined)[]): Day =>
  days.filter((day) => day !== undefined).reduce((a, b) => (a < b ? a : b))

/** The last day it runs to. */
function lastOf(startedOn: Day, { isSigned, signedOn, endedOn }: DoublePayFacts, today: Day): Day {
  const beforeYear = addDays(addMonths(startedOn, MOST_MONTHS + 1), -1)
  const beforeSigned = isSigned && signedOn ? addDays(signedOn, -1) : undefined
  return earliest(beforeYear, beforeSigned, endedOn === STILL ? undefined : endedOn, today)
}

/** Every day but rest days is paid by the month's wage, statutory holidays too: so 21.75 is had (劳社部发〔2008〕3号). */
function paidDaysIn(from: Day, last: Day): number {
  const days = Array.from({ length: daysBetween(from, last) + 1 }, (_, n) => addDays(from, n))
  return days.filter((day) => dayKind(day) !== 'rest').length
}

function restLine(monthFen: Fen, from: Day, last: Day): Line[] {
  const days = from <= last ? paidDaysIn(from, last) : 0
  if (days === 0) return []
  const whole = portion(monthFen, days * 100, paidDays.hundredths)
  const amount = whole < monthFen ? whole : monthFen
  const capped = whole < monthFen ? '' : '，不满一个月，最多按一个月'
  const span = `${sayOn(from, true)}到 ${sayOn(last, true)}`
  const words = `${span}，${days} 天（休息日不算）× ${yuan(monthFen)} ÷ ${paidDays.hundredths / 100}${capped} = ${yuan(amount)}`
  return [line(words, amount, 'doublePay')]
}

function linesOf(monthFen: Fen, startedOn: Day, last: Day): Line[] {
  let months = 0
  while (months < MOST_MONTHS && addDays(addMonths(startedOn, months + 2), -1) <= last) months += 1
  const from = addMonths(startedOn, 1)
  const restFrom = addMonths(startedOn, months + 1)
  if (months === 0) return restLine(monthFen, from, last)
  const amount = sum(Array.from({ length: months }, () => monthFen))
  const span = `${sayOn(from, true)}到 ${sayOn(addDays(restFrom, -1), true)}`
  const words = `${span}，${months} 个月 × ${yuan(monthFen)} = ${yuan(fen(amount))}`
  return [line(words, amount, 'doublePay'), ...restLine(monthFen, restFrom, last)]
}

const olderNote = (startedOn: Day, from: Day): Note[] =>
  from > startedOn ? [note('2008 年以前就上班的，当作 2008 年 1 月 1 日开始上班', 'doublePayFrom')] : []

function notesOf(startedOn: Day, last: Day, { isSigned, endedOn }: DoublePayFacts, today: Day): Note[] {
  const yearOn = addMonths(startedOn, MOST_MONTHS + 1)
  const workedOn = endedOn === STILL || endedOn === undefined ? today : endedOn
  const lapsesOn = addMonths(last, 12)
  const late = today > lapsesOn ? `最后一天到现在过了一年，可能讨不到了。` : ''
  return [
    note('这是平常工资以外，再给的一倍'),
    ...(isSigned === false && yearOn <= workedOn
      ? [note('上班满一年还没签，当作签了没有期限的合同', 'doublePayYear')]
      : []),
    note('一天平均不过 4 小时、一周不过 24 小时的（非全日制），不用书面合同，没有两倍工资', 'partTimeContract'),
    ...(isKnown(last) ? [] : [note('那几天的放假安排没有存，天数可能差一两天')]),
    note(`${late}一年内要找仲裁。从哪天起算，各地算法不一样，早点打 12333 问`, 'limitation'),
  ]
}

/** `today`: what is still running is counted up to it. */
export function doublePay(facts: DoublePayFacts, today: Day): Answer {
  const { startedOn, monthFen } = facts
  const needs = needsOf(facts)
  if (!startedOn || monthFen === undefined || needs.length > 0) return asks(needs)
  const from = underContractLaw(startedOn)
  const older = olderNote(startedOn, from)
  const last = lastOf(from, facts, today)
  if (last < addMonths(from, 1))
    return counted([], { notes: [...older, note('上班头一个月里签，不算晚，没有两倍工资', 'doublePay')] })
  return counted(linesOf(monthFen, from, last), { notes: [...older, ...notesOf(from, last, facts, today)] })
}
