/** The work lists of each role: what they have to do comes first, and whoever watches sees what is late before all else. */
import { type QueueName, queues } from '../../../domain/claim/states'
import type { QueueLine } from '../../../domain/claim/views-desk'
import type { Role } from '../../../domain/kernel/roles'
import type { GrantView } from '../../../domain/staff/schema'

/** A queue, or everything late at once. */
export type ListName = QueueName | 'late'

/** What each role decides about, the most urgent first. */
const ofRole: Readonly<Partial<Record<Role, readonly QueueName[]>>> = {
  reviewer: ['review', 'appeal'],
  countersigner: ['sign'],
  cashier: ['trace', 'repay', 'pay', 'bank'],
}

const own = (grants: readonly GrantView[]): QueueName[] => grants.flatMap(({ role }) => ofRole[role] ?? [])

/** Whoever has no list of their own reads all of them and decides nothing. */
export const isWatching = (grants: readonly GrantView[]): boolean => own(grants).length === 0

/** The lists the server showed, in the order they are worked through; whoever watches sees what is late before all else. */
export const listsIn = (lines: readonly QueueLine[], grants: readonly GrantView[]): readonly ListName[] => {
  const shown = lines.map(({ queue }) => queue)
  if (isWatching(grants)) return ['late', ...shown]
  const first = own(grants).filter((queue) => shown.includes(queue))
  return [...new Set([...first, ...shown])]
}

const isList = (name: string): name is ListName => name === 'late' || Object.hasOwn(queues, name)
export const listNamed = (name: string | undefined): ListName | undefined =>
  name !== undefined && isList(name) ? name : undefined

export const wordsOf = (list: ListName): string => (list === 'late' ? '晚了的' : queues[list].label)

/** Paid together by a batch, not one by one. */
const together: readonly ListName[] = ['pay', 'bank']
export const isForBatches = (list: ListName): boolean => together.includes(list)

/** '3', '100 多'. */
export const countIn = ({ waiting, hasMore }: Pick<QueueLine, 'waiting' | 'hasMore'>): string =>
  hasMore ? `${waiting} 多` : `${waiting}`

export const chipOf = (list: ListName, lines: readonly QueueLine[], allLate: number) => {
  const line = lines.find(({ queue }) => queue === list)
  const count = list === 'late' ? `${allLate}` : line ? countIn(line) : '0'
  const late = list === 'late' ? 0 : (line?.late ?? 0)
  const words = `${wordsOf(list)} ${count}`
  return { value: list, text: late > 0 ? `${words}，晚 ${late}` : words }
}

/** The first with something late, else the first that holds anything. */
export const firstList = (lists: readonly ListName[], lines: readonly QueueLine[], allLate: number): ListName => {
  const holds = (field: 'waiting' | 'late') => (list: ListName) =>
    list === 'late' ? allLate > 0 : (lines.find(({ queue }) => queue === list)?.[field] ?? 0) > 0
  return lists.find(holds('late')) ?? lists.find(holds('waiting')) ?? lists[0] ?? 'review'
}

export const figuresOf = (lines: readonly QueueLine[]) => {
  const total = (field: 'waiting' | 'late' | 'today') => lines.reduce((sum, line) => sum + line[field], 0)
  const hasMore = lines.some((line) => line.hasMore)
  return { waiting: countIn({ waiting: total('waiting'), hasMore }), today: total('today'), late: total('late') }
}
