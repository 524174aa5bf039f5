/** 加班费 by date: each day at its own multiple, exact inside, and rounded to the fen once, in the sum. */
import { type Fen, noMoney, portion, share, yuan } from '../kernel/money'
import { isKnown, partsOf, sayProvisional } from '../kernel/time'
import { type Answer, asks, counted, type Line, line, type Need, type Note, note } from './answer'
import { hourBasis, hourFigures, perMinuteAndPercent, wageNeed } from './conversion'
import type { LawName } from './laws'
import { limitNotes } from './overtime-limits'
import type { OvertimeFacts, Wage } from './schema'
import { sayDayOf, sayHours, sayTimes } from './words'
import { type Worked, workedOn } from './worked'

const lawOf: Readonly<Record<number, LawName>> = {
  150: 'workdayOvertime',
  200: 'restDayOvertime',
  300: 'holidayOvertime',
}

const weightOf = ({ overtime, percent, isRested }: Worked): number => (isRested ? 0 : overtime * percent)

function needsOf({ wage }: OvertimeFacts, worked: readonly Worked[]): Need[] {
  const restDays = worked.filter(({ isRested }) => isRested === undefined)
  return [
    ...(wage ? [] : [wageNeed()]),
    ...(worked.length > 0 ? [] : [{ fact: 'shifts', question: '哪天上的班？干了几小时？' } as const]),
    ...restDays.map(({ on }) => ({
      fact: 'rested' as const,
      question: `${sayDayOf(on, true)}上了班，后来补休了吗？`,
      on,
    })),
  ]
}

function lineOf(wage: Wage, row: Worked, fen: Fen, withYear: boolean): Line {
  const { on, ordinary, overtime, percent, isRested } = row
  const said = (then: string): string => sayDayOf(on, withYear, then)
  if (overtime === 0) return line(said(`${sayHours(ordinary)}，没过 8 小时，不算加班`), noMoney, 'eightHours')
  if (isRested) return line(said(`${sayHours(overtime)}，补休过了，不另给钱`), noMoney, 'restDayOvertime')
  const what = ordinary > 0 ? `加班 ${sayHours(overtime)}` : sayHours(overtime)
  const sum = `${what} × ${hourFigures(wage)} × ${sayTimes(percent)} = ${yuan(fen)}`
  return line(said(sum), fen, lawOf[percent] ?? 'workdayOvertime')
}

function notesOf(wage: Wage, worked: readonly Worked[], fens: readonly Fen[], wasToldRested: boolean): Note[] {
  const base = perMinuteAndPercent[wage.per]
  const isShared = worked.some((row, index) => portion(wage.fen, weightOf(row), base) !== fens[index])
  const holidays = worked.some(({ percent }) => percent === 300)
  return [
    note('这里算的是加班费，平常的工资不在里面'),
    note('按您写的工资算。上海自己的算法还没查到出处，没算进去'),
    note('计件、综合工时、不定时上班的，算法不一样，打 12333 问'),
    ...(worked.some(({ percent }) => percent === 200)
      ? [note('休息日按周六、周日和放假安排算。公司另外排了休息日的，打 12333 问')]
      : []),
    ...(holidays && wasToldRested ? [note('法定节日上班，补休了也要给 3 倍', 'holidayOvertime')] : []),
    ...(isShared ? [note('总数是一次算到分的，摊到各行，一行最多差 1 分')] : []),
    ...(worked.some(({ on }) => !isKnown(on)) ? [note(sayProvisional())] : []),
    ...limitNotes(worked),
  ]
}

export function overtime(facts: OvertimeFacts): Answer {
  const worked = workedOn(facts.shifts)
  const needs = needsOf(facts, worked)
  const { wage } = facts
  if (!wage || needs.length > 0) return asks(needs)
  const weights = worked.map(weightOf)
  const all = weights.reduce((a, b) => a + b, 0)
  const fens =
    all > 0 ? share(portion(wage.fen, all, perMinuteAndPercent[wage.per]), weights) : weights.map(() => noMoney)
  const withYear = new Set(worked.map(({ on }) => partsOf(on).year)).size > 1
  const wasToldRested = facts.shifts.some(({ isRested }) => isRested === true)
  return counted(
    worked.map((row, index) => lineOf(wage, row, fens[index] ?? noMoney, withYear)),
    { basis: hourBasis(wage), notes: notesOf(wage, worked, fens, wasToldRested) },
  )
}
