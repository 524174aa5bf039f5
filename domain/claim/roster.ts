/** The columns of an employer's roster: who it is, what the amount is counted by, and a column for each fact the rules ask about. */
import type { Column } from '../kernel/sheet'
import type { FactName, Rule } from '../rules'
import type { Amount } from './amount'
import type { UnitName } from './benefits'
import type { ProgrammeDetails } from './programme'

/** Facts an employer may write into a column of their own; of all others its roster says nothing. */
export const factColumns = {
  trainingHours: '学时',
  festivalDays: '天数',
  trainingFeeFen: '培训费',
  hiredOn: '上岗日期',
  hasContract: '合同',
  socialInsurance: '社保',
  isUnionMember: '工会会员',
  isFrontline: '一线岗位',
  worksThroughFestival: '春节上班',
  trainedInMainTrade: '主营业务',
} as const satisfies Readonly<Partial<Record<FactName, string>>>
export type FactColumn = keyof typeof factColumns
export const factColumnNames = Object.keys(factColumns) as [FactColumn, ...FactColumn[]]

export const hasColumn = (fact: FactName): fact is FactColumn => Object.hasOwn(factColumns, fact)

const personColumns = {
  name: { label: '姓名', isOptional: false },
  documentKind: { label: '证件', isOptional: true },
  documentNumber: { label: '证件号', isOptional: false },
} as const satisfies Readonly<Record<string, Column>>

/** Only for documents that do not tell it, and only where a rule asks how old somebody is. */
const birthday = { bornOn: { label: '生日', isOptional: true } } as const satisfies Readonly<Record<string, Column>>
const agedBy: readonly FactName[] = ['age', 'isMinor']

export type RosterColumn = keyof typeof personColumns | keyof typeof birthday | FactColumn

const factOfUnit = {
  person: undefined,
  month: undefined,
  trainingHour: 'trainingHours',
  festivalDay: 'festivalDays',
} as const satisfies Record<UnitName, FactColumn | undefined>

/** What the amount of a row is counted by; undefined where each row counts once. */
export const countedBy = (amount: Amount): FactColumn | undefined => {
  if (amount.way === 'share') return 'trainingFeeFen'
  return amount.way === 'formula' ? factOfUnit[amount.per] : undefined
}

type Asked = { readonly fact: FactName; readonly isOptional: boolean }
/** Each fact the rules ask about; where one of several is enough, its column may be left out. */
const askedBy = (rules: readonly Rule[]): Asked[] =>
  rules.flatMap((rule): Asked[] =>
    rule.fact === undefined
      ? rule.anyOf.map(({ fact }) => ({ fact, isOptional: true }))
      : [{ fact: rule.fact, isOptional: false }],
  )

type Ruled = Pick<ProgrammeDetails, 'amount' | 'rules'>

/** Of a programme's edition, the columns its roster has; others a roster may have besides are left aside. */
export const rosterColumns = ({ amount, rules }: Ruled): Readonly<Partial<Record<RosterColumn, Column>>> => {
  const counted = amount && countedBy(amount)
  const asked = [...(counted ? [{ fact: counted, isOptional: false } as const] : []), ...askedBy(rules)]
  const needed = new Set(asked.filter(({ isOptional }) => !isOptional).map(({ fact }) => fact))
  const known = factColumnNames.filter((name) => asked.some(({ fact }) => fact === name))
  return {
    ...personColumns,
    ...(asked.some(({ fact }) => agedBy.includes(fact)) ? birthday : {}),
    ...Object.fromEntries(
      known.map((name) => [name, { label: factColumns[name], isOptional: !needed.has(name) }] as const),
    ),
  }
}
