/** The claims that may be agreed to at once: every rule passed by itself and nothing is marked. */
import { mostAtOnce } from '../../../domain/claim/quotas'
import type { DeskClaim } from '../../../domain/claim/views-desk'
import type { Worklist } from './shelf'

const mayBeApproved = ({ isClear, can }: DeskClaim): boolean => isClear && can.includes('approve')

/** The first of them, as many as one tap may take. */
export const clearIn = ({ rows }: Worklist): DeskClaim[] => rows.filter(mayBeApproved).slice(0, mostAtOnce)
