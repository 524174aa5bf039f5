/** What comes next for a claim and by when; a late one says that others know of it. */
import type { MyClaim } from '../../../domain/claim/views'
import { daysBetween, onOf } from '../../../domain/kernel/time'

type Standing = Pick<MyClaim, 'next' | 'place'>

const lateWords = ({ next: { dueAt } }: Standing, now: Date): string => {
  const late = dueAt === undefined ? 0 : daysBetween(onOf(dueAt), onOf(now))
  return late > 0 ? `已经超了 ${late} 天，上级也看到了` : '已经超了日子，上级也看到了'
}

export const nextWords = (standing: Standing, now: Date): string => {
  const { next, place } = standing
  if (next.isLate) return lateWords(standing, now)
  return place === undefined ? next.text : `${next.text}。您排第 ${place}`
}
