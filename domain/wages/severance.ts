/** 经济补偿 and what is paid twofold in its place: years of work × the wage of the last twelve months. */
import { type Fen, fen, portion, yuan } from '../kernel/money'
import { type Day, partsOf } from '../kernel/time'
import { type Answer, asks, counted, type Line, line, type Need, type Note, note } from './answer'
import { type EndingRow, endingRow } from './endings'
import { articleOf, underContractLaw } from './laws'
import { type AverageWage, averageWageOf, averageWages, cityWord, minimumWageOn } from './local-wages'
import type { SeveranceFacts } from './schema'
import { halfMonthsOf, sayHalfMonths } from './service'
import { sayOn } from './words'

const CAP_TIMES = 3
const CAP_HALVES = 24

function needsOf({ ending, startedOn, endedOn, averageFen, isNoticed, lastMonthFen }: SeveranceFacts): Need[] {
  if (!ending) return [{ fact: 'ending', question: '怎么走的？' }]
  const { gives, isNoticeDue } = endingRow(ending)
  if (gives === 'nothing') return []
  return [
    ...(startedOn ? [] : [{ fact: 'startedOn', question: '哪天开始上班的？' } as const]),
    ...(endedOn ? [] : [{ fact: 'endedOn', question: '最后一天是哪天？' } as const]),
    ...(averageFen === undefined
      ? [{ fact: 'averageWage', question: '走之前 12 个月，平均一个月多少钱？' } as const]
      : []),
    ...(isNoticeDue && isNoticed === undefined
      ? [{ fact: 'isNoticed', question: '公司提前 30 天书面通知您了吗？' } as const]
      : []),
    ...(isNoticeDue && isNoticed === false && lastMonthFen === undefined
      ? [{ fact: 'lastMonthWage', question: '走之前那个月的工资是多少？' } as const]
      : []),
  ]
}

type Base = {
  readonly fen: Fen
  readonly halves: number
  readonly basis: readonly Note[]
  readonly notes: readonly Note[]
}

/** The month's wage it is counted by: not less than the minimum, not more than three averages where one is known. */
function baseOf(
  averageFen: Fen,
  halves: number,
  endedOn: Day,
  city: string | undefined,
  rows: readonly AverageWage[],
): Base {
  const minimum = minimumWageOn(city, endedOn)?.monthFen
  const average = averageWageOf(city, partsOf(endedOn).year - 1, rows)?.monthFen
  const basis = [note(`走之前 12 个月，平均一个月 ${yuan(averageFen)}。奖金、补贴都算在里面`, 'severanceWage')]
  if (minimum !== undefined && city !== undefined && averageFen < minimum) {
    const words = `不到${cityWord(city)}最低工资，按最低工资 ${yuan(minimum)}算`
    return { fen: minimum, halves, basis: [...basis, note(words, 'severanceWage')], notes: [] }
  }
  if (average !== undefined && averageFen > average * CAP_TIMES) {
    const cap = fen(average * CAP_TIMES)
    const words = `高过当地平均工资 3 倍，按 ${yuan(cap)}算，最多 12 年`
    return { fen: cap, halves: Math.min(halves, CAP_HALVES), basis: [...basis, note(words, 'severanceCap')], notes: [] }
  }
  /** No average is below the minimum: whoever earns less than three minimums meets no cap. */
  const mayBeCapped = average === undefined && (minimum === undefined || averageFen > minimum * CAP_TIMES)
  const words = '工资高过当地上年平均工资 3 倍的，要封顶。平均工资没查到出处，没算封顶，打 12333 问'
  return { fen: averageFen, halves, basis, notes: mayBeCapped ? [note(words, 'severanceCap')] : [] }
}

function severanceLine({ gives, article }: EndingRow, base: Base): Line {
  const { fen: month, halves } = base
  const isDouble = gives === 'double'
  const amount = portion(month, isDouble ? halves * 2 : halves, 2)
  const words = `${sayHalfMonths(halves)} × ${yuan(month)}${isDouble ? ' × 2' : ''} = ${yuan(amount)}`
  return { words, fen: amount, source: `${article}、${articleOf('severanceYears')}` }
}

function noticeLine({ isNoticeDue }: EndingRow, { isNoticed, lastMonthFen }: SeveranceFacts): Line[] {
  if (!isNoticeDue || isNoticed !== false || lastMonthFen === undefined) return []
  return [line(`没提前 30 天通知，多给一个月：${yuan(lastMonthFen)}`, lastMonthFen, 'noticeMonth')]
}

const nothingDue = ({ article }: EndingRow): Answer =>
  counted([], {
    notes: [
      { words: '这样走的，没有经济补偿。欠的工资、加班费照样能讨', source: article },
      note('公司说的理由站不住、或是逼您走的，打 12333 问'),
    ],
  })

function spanBasis(startedOn: Day, endedOn: Day, from: Day, halves: number): Note[] {
  const words = `${sayOn(from, true)}到 ${sayOn(endedOn, true)}，算 ${sayHalfMonths(halves)}工资`
  const older = note('2008 年以前干的那段，按当时的规定，没算进去，打 12333 问', 'severanceFrom')
  return [note(words, 'severanceYears'), ...(from > startedOn ? [older] : [])]
}

const endNotes = ({ gives }: EndingRow): Note[] => [
  ...(gives === 'double'
    ? [note('想回去接着干的，也可以要求公司让您回去'), note('赔了两倍，就不再给经济补偿', 'unlawfulYears')]
    : []),
  note('一天平均不过 4 小时、一周不过 24 小时的（非全日制），没有经济补偿', 'partTimeEnd'),
  note('一年内要找仲裁', 'limitation'),
]

/** `rows`: the average wages that are known. */
export function severance(facts: SeveranceFacts, rows: readonly AverageWage[] = averageWages): Answer {
  const needs = needsOf(facts)
  const { ending, startedOn, endedOn, averageFen, city } = facts
  if (needs.length > 0 || !ending) return asks(needs)
  const row = endingRow(ending)
  if (row.gives === 'nothing' || !startedOn || !endedOn || averageFen === undefined) return nothingDue(row)
  /** What is paid twofold counts from the first day (实施条例 art 25), the rest from the law’s first. */
  const from = row.gives === 'double' ? startedOn : underContractLaw(startedOn)
  const halves = halfMonthsOf(from, endedOn)
  const base = baseOf(averageFen, halves, endedOn, city, rows)
  return counted([severanceLine(row, base), ...noticeLine(row, facts)], {
    basis: [...spanBasis(startedOn, endedOn, from, halves), ...base.basis],
    notes: [...base.notes, ...endNotes(row)],
  })
}
