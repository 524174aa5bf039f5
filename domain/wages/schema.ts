/** What a calculator is told. What is not known is left out: it is asked for, and never guessed. */
import * as v from 'valibot'
import { fen } from '../kernel/money'
import { oneOf } from '../kernel/schema'
import { isDay, nationalCalendar, toDay } from '../kernel/time'
import { endings } from './endings'
import { contractLawFrom } from './laws'
import { wageCities } from './local-wages'
import { hasNoOverlap, isWithinDays } from './spans'

const dayFrom = (label: string, first: string, last: string) =>
  v.pipe(
    v.string(`${label}还没选`),
    v.isoDate(`${label}写成 2021-02-12 这样`),
    v.check(isDay, `${label}：没有这一天，再看一眼`),
    v.check((day) => first <= day && day <= last, `${label}只能选 ${first.slice(0, 4)} 年到 ${last.slice(0, 4)} 年的`),
    v.brand('Day'),
  )

const lastDay = toDay('2049-12-31')
/** Before it no arrangement of holidays is kept. */
const WorkedOn = dayFrom('上班那天', nationalCalendar.knownFrom, lastDay)
const employed = (label: string) => dayFrom(label, '1980-01-01', lastDay)

/** Under older rules nothing is counted here. */
const left = dayFrom('最后上班那天', contractLawFrom, lastDay)

const money = (label: string, least: number, most: number) =>
  v.pipe(
    v.number(`${label}写数字`),
    v.safeInteger(`${label}写到分为止`),
    v.minValue(least, least > 0 ? `${label}还没写` : `${label}不能是负数`),
    v.maxValue(most, `${label}太大了，看看是不是多写了零`),
    v.brand('Fen'),
  )

/** 1,000,000 元 a month: beyond it somebody wrote a zero too many. */
export const MOST_FEN = fen(100_000_000)
const MonthlyWage = (label: string) => money(label, 1, MOST_FEN)

export const wagePeriods = {
  month: { label: '按月', asks: '一个月讲好多少钱？' },
  day: { label: '按天', asks: '一天讲好多少钱？' },
  hour: { label: '按小时', asks: '一小时讲好多少钱？' },
} as const
export type WagePeriod = keyof typeof wagePeriods

export const Wage = v.strictObject({ per: oneOf(wagePeriods, '工资怎么算'), fen: MonthlyWage('工资') })
export type Wage = Readonly<v.InferOutput<typeof Wage>>

const Clock = (label: string) =>
  v.pipe(v.string(`${label}还没选`), v.regex(/^([01]\d|2[0-3]):[0-5]\d$/, `${label}写成 22:00 这样`))

/** Left out: nobody said yet whether another day was given off for it. */
const isRested = v.optional(v.boolean('补休没补休，选一个'))

export const DAY_MINUTES = 1440

export const Shift = v.variant(
  'way',
  [
    v.strictObject({
      way: v.literal('hours'),
      on: WorkedOn,
      minutes: v.pipe(
        v.number('干了多久写数字'),
        v.integer('干了多久写到分钟为止'),
        v.minValue(1, '干了多久还没写'),
        v.maxValue(DAY_MINUTES, '一天最多 24 小时'),
      ),
      isRested,
    }),
    /** `to` at or before `from` is the next day's. */
    v.strictObject({ way: v.literal('clock'), on: WorkedOn, from: Clock('上班时间'), to: Clock('下班时间'), isRested }),
  ],
  '一个班写钟点，或者写几小时',
)
export type Shift = Readonly<v.InferOutput<typeof Shift>>

export const MOST_SHIFTS = 400
const Shifts = v.pipe(
  v.array(Shift, '上班的日子列成一串'),
  v.maxLength(MOST_SHIFTS, `一次最多算 ${MOST_SHIFTS} 个班，分几次算`),
  v.check((shifts) => hasNoOverlap(shifts), '有两个班的钟点重着，看看是不是写了两遍'),
  v.check((shifts) => isWithinDays(shifts), '有一天超过了 24 小时，看看是不是写了两遍'),
)

export const OvertimeFacts = v.strictObject({ wage: v.optional(Wage), shifts: v.optional(Shifts, []) })
export type OvertimeFacts = Readonly<v.InferOutput<typeof OvertimeFacts>>

export const City = v.picklist(wageCities, '这座城市的最低工资还没有存')

export const MOST_MONTHS = 36
const Month = v.pipe(
  v.string('哪个月还没选'),
  v.regex(/^20[1-4]\d-(0[1-9]|1[0-2])$/, '月份写成 2021-02 这样，2010 年到 2049 年'),
)
const MonthOwed = v.strictObject({
  month: Month,
  agreedFen: v.optional(MonthlyWage('讲好的工资')),
  paidFen: v.optional(money('给了多少', 0, MOST_FEN)),
  /** Worked every day asked of them: the minimum wage is for such a month. */
  isFull: v.optional(v.boolean('出没出满勤，选一个')),
})
export type MonthOwed = Readonly<v.InferOutput<typeof MonthOwed>>

export const payMonths = { same: { label: '当月' }, next: { label: '下个月' } } as const

export const PayDay = v.strictObject({
  date: v.pipe(
    v.number('几号发工资写数字'),
    v.integer('几号发工资写整数'),
    v.minValue(1, '几号发工资，1 到 31'),
    v.maxValue(31, '几号发工资，1 到 31'),
  ),
  in: oneOf(payMonths, '当月发还是下个月发'),
})
export type PayDay = Readonly<v.InferOutput<typeof PayDay>>

export const ArrearsFacts = v.strictObject({
  months: v.optional(
    v.pipe(
      v.array(MonthOwed, '欠的月份列成一串'),
      v.maxLength(MOST_MONTHS, `一次最多算 ${MOST_MONTHS} 个月，分几次算`),
      v.check((rows) => new Set(rows.map(({ month }) => month)).size === rows.length, '一个月只写一次'),
    ),
    [],
  ),
  payDay: v.optional(PayDay),
  city: v.optional(City),
})
export type ArrearsFacts = Readonly<v.InferOutput<typeof ArrearsFacts>>

export const STILL = 'still'
export const DoublePayFacts = v.pipe(
  v.strictObject({
    startedOn: v.optional(employed('开始上班那天')),
    isSigned: v.optional(v.boolean('合同签没签，选一个')),
    signedOn: v.optional(employed('签合同那天')),
    /** The last day, or still there. */
    endedOn: v.optional(v.union([v.literal(STILL), left], '最后上班那天写成 2021-02-12 这样')),
    monthFen: v.optional(MonthlyWage('一个月的工资')),
  }),
  v.forward(
    v.check(
      ({ startedOn, endedOn }) => !startedOn || !endedOn || endedOn === STILL || startedOn <= endedOn,
      '最后上班那天要在开始上班那天之后',
    ),
    ['endedOn'],
  ),
)
export type DoublePayFacts = Readonly<v.InferOutput<typeof DoublePayFacts>>

export const SeveranceFacts = v.pipe(
  v.strictObject({
    ending: v.optional(oneOf(endings, '怎么走的')),
    startedOn: v.optional(employed('开始上班那天')),
    endedOn: v.optional(left),
    averageFen: v.optional(MonthlyWage('平均一个月的工资')),
    isNoticed: v.optional(v.boolean('提前说没说，选一个')),
    lastMonthFen: v.optional(MonthlyWage('走之前那个月的工资')),
    city: v.optional(City),
  }),
  v.forward(
    v.check(
      ({ startedOn, endedOn }) => !startedOn || !endedOn || startedOn <= endedOn,
      '最后上班那天要在开始上班那天之后',
    ),
    ['endedOn'],
  ),
)
export type SeveranceFacts = Readonly<v.InferOutput<typeof SeveranceFacts>>

export const MinimumWageFacts = v.strictObject({ city: City, on: employed('哪一天') })
export const ConversionFacts = v.strictObject({ wage: v.optional(Wage) })
export type ConversionFacts = Readonly<v.InferOutput<typeof ConversionFacts>>
