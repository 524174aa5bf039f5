/** What was worked on each day: on working days the first eight hours are ordinary, on the others every hour is overtime. */
import { type Day, dayKind, overtimeMultiple } from '../kernel/time'
import { paidDays } from './laws'
import type { Shift } from './schema'
import { partsByDay, spanOf } from './spans'

/** Of one day, what is paid alike. */
export type Worked = {
  readonly on: Day
  readonly percent: number
  readonly ordinary: number
  readonly overtime: number
  /** Only a rest day can be paid back by another day off (劳动法 art 44); undefined: nobody said. */
  readonly isRested: boolean | undefined
}

type Part = {
  readonly on: Day
  readonly minutes: number
  readonly isRested: boolean | undefined
  readonly spell: number
}

const EIGHT_HOURS = paidDays.hours * 60

/** Shifts that touch are one spell of work: cutting one at midnight makes no other. */
function partsOf(shifts: readonly Shift[]): Part[] {
  const clocked = shifts
    .flatMap((shift) => (shift.way === 'clock' ? [{ ...spanOf(shift), isRested: shift.isRested }] : []))
    .sort((a, b) => a.start - b.start)
  let spell = 0
  const told = clocked.flatMap(({ start, end, isRested }, index) => {
    if (clocked[index - 1]?.end !== start) spell += 1
    return partsByDay({ start, end }).map((part) => ({ ...part, isRested, spell }))
  })
  const bare = shifts.flatMap((shift, index) =>
    shift.way === 'hours'
      ? [{ on: shift.on, minutes: shift.minutes, isRested: shift.isRested, spell: -index - 1 }]
      : [],
  )
  /** Sorting keeps the order within a day: what runs on past midnight stays the last of its day. */
  return [...bare, ...told].sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0))
}

/**
 * Eight ordinary hours a calendar day and no more than eight a spell, the earliest first: somebody who works from eight in
 * the evening to eight in the morning has four hours of overtime, although neither day has more than eight.
 */
function ordinaryIn(part: Part, ofDay: Map<Day, number>, ofSpell: Map<number, number>): number {
  const dayLeft = EIGHT_HOURS - (ofDay.get(part.on) ?? 0)
  const spellLeft = EIGHT_HOURS - (ofSpell.get(part.spell) ?? 0)
  const ordinary = Math.min(part.minutes, dayLeft, spellLeft)
  ofDay.set(part.on, EIGHT_HOURS - dayLeft + ordinary)
  ofSpell.set(part.spell, EIGHT_HOURS - spellLeft + ordinary)
  return ordinary
}

export function workedOn(shifts: readonly Shift[]): Worked[] {
  const rows = new Map<string, Worked>()
  const ofDay = new Map<Day, number>()
  const ofSpell = new Map<number, number>()
  for (const part of partsOf(shifts)) {
    const kind = dayKind(part.on)
    const ordinary = kind === 'work' ? ordinaryIn(part, ofDay, ofSpell) : 0
    const isRested = kind === 'rest' ? part.isRested : false
    const key = `${part.on} ${isRested}`
    const row = rows.get(key) ?? { on: part.on, percent: overtimeMultiple(part.on), ordinary: 0, overtime: 0, isRested }
    rows.set(key, {
      ...row,
      ordinary: row.ordinary + ordinary,
      overtime: row.overtime + part.minutes - ordinary,
    })
  }
  return [...rows.values()].sort((a, b) => `${a.on} ${a.isRested}`.localeCompare(`${b.on} ${b.isRested}`))
}
