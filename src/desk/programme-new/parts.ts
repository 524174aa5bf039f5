/** The form's parts in their order, what each asks, and where a mistake leads. */
import type { Mistakes } from './answers'

export type PartName =
  | 'what'
  | 'gives'
  | 'documents'
  | 'amount'
  | 'rules'
  | 'dates'
  | 'budget'
  | 'excludes'
  | 'evidence'
  | 'signing'

type Part = { readonly id: PartName; readonly title: string; readonly asks: readonly string[] }

const amount = ['way', 'fen', 'per', 'mostUnits', 'cap', 'of', 'percent', 'rounding']
const amountSource = ['amountSource', 'amountDocument', 'amountArticle']

export const parts: readonly Part[] = [
  { id: 'what', title: '发哪一样', asks: ['benefit', 'title'] },
  { id: 'gives', title: '怎么给、谁出钱', asks: ['gives', 'what', 'payer'] },
  { id: 'documents', title: '出自哪份文件', asks: ['documents'] },
  { id: 'amount', title: '给多少', asks: ['amount', ...amount, ...amountSource] },
  { id: 'rules', title: '什么人能领', asks: ['rules'] },
  { id: 'dates', title: '哪天领、领几回', asks: ['opensOn', 'closesOn', 'often', 'months', 'mostMonths'] },
  { id: 'budget', title: '多少钱、多少人', asks: ['budget', 'places'] },
  { id: 'excludes', title: '不能一起领的', asks: ['excludes'] },
  { id: 'evidence', title: '要什么照片', asks: ['evidence'] },
  { id: 'signing', title: '谁再看一遍', asks: ['isSigned', 'countersign', 'isPublished', 'publishDays'] },
]

/** After the last part all of it is looked over. */
export const CHECK = 'check'
export type Step = PartName | typeof CHECK

const isPart = (name: string): name is PartName => parts.some(({ id }) => id === name)
export const stepNamed = (name: string | undefined): Step | undefined => {
  if (name === CHECK) return CHECK
  return name !== undefined && isPart(name) ? name : undefined
}

const at = (step: Step): number => parts.findIndex(({ id }) => id === step)
export const numberOf = (step: Step): number => at(step) + 1
export const before = (step: Step): PartName | undefined =>
  (step === CHECK ? parts[parts.length - 1] : parts[at(step) - 1])?.id
export const after = (step: PartName): Step => parts[at(step) + 1]?.id ?? CHECK

/** `rules.2.0` is asked where the rules are. */
export const partOf = (question: string): PartName | undefined =>
  parts.find(({ asks }) => asks.includes(question.split('.')[0] ?? ''))?.id

const order = parts.flatMap(({ asks }) => asks)
const placeOf = (question: string): number => order.indexOf(question.split('.')[0] ?? '')

/** As the form asks them, from top to bottom. */
export const inOrder = (mistakes: Mistakes): (readonly [question: string, text: string])[] =>
  Object.entries(mistakes).sort(([a], [b]) => placeOf(a) - placeOf(b))

export const mistakesOn = (part: PartName, mistakes: Mistakes): Mistakes =>
  Object.fromEntries(inOrder(mistakes).filter(([question]) => partOf(question) === part))

/** A question's name as an id on the page. */
export const idOf = (question: string): string => question.split('.').join('-')
