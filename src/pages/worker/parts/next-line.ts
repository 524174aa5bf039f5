/** The line every status carries: who does what by which day. */
import { sayProvisional } from '../../../../domain/kernel/time'
import type { WorkerCard } from '../../../../domain/worker/views'

type Next = WorkerCard['next']

/** A late one says that others know, and whom to call, so that nobody waits in silence. */
export const nextLine = ({ text, isProvisional, isLate }: Next): string => {
  if (isLate) return `${text}。晚了，街道也看到了，打 12345 问`
  return isProvisional ? `${text}（${sayProvisional()}）` : text
}
