/** The one door to time: days, calendar, clocks and their words. Now is always passed in, never read here. */
export {
  addWorkingDays,
  type Calendar,
  calendarOf,
  type DayKind,
  dayKind,
  festivalOn,
  isKnown,
  isMoved,
  isWorkingDay,
  nationalCalendar,
  overtimeMultiple,
  statutoryArticle,
  type YearArrangement,
} from './calendar'
export { type Clock, type Due, days, dueOn, hours, minutes, months, workingDays, years } from './time/clock'
export {
  addDays,
  addMinutes,
  addMonths,
  ageOn,
  clockOf,
  Day,
  daysBetween,
  endOf,
  Instant,
  instantAt,
  isDay,
  minutesByDay,
  onOf,
  partsOf,
  toDay,
  weekdayOf,
} from './time/day'
export { type LunarDate, lunarOf, sayLunar } from './time/lunar'
export { festivalLine, sayDay, sayDue, sayInstant, sayProvisional } from './time/words'
