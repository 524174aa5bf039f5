/** A programme's editions, which never change: an instance keeps what it has read, and asks once for what many wait for. */
import { editionId, type ProgrammeDetails, programmeMachine } from '../../domain/claim'
import { AppError } from '../../domain/kernel/errors'
import { stateRow } from '../../domain/kernel/machine'
import { onOf } from '../../domain/kernel/time'
import { get } from '../_lib/cloud'
import type { Claim, Programme } from './handlers'

const MOST_KEPT = 500
const kept = new Map<string, Promise<ProgrammeDetails>>()

const readDetails = async (id: string): Promise<ProgrammeDetails> => {
  const read = await get('editions', id)
  if (!read) throw new AppError('NOT_FOUND', { reason: 'an edition that is not there' })
  return read.details
}

export const detailsOf = async (programmeId: string, edition: number): Promise<ProgrammeDetails> => {
  const id = editionId(programmeId, edition)
  const known = kept.get(id)
  if (known) return known
  const asked = readDetails(id)
  if (kept.size >= MOST_KEPT) kept.clear()
  kept.set(id, asked)
  try {
    return await asked
  } catch (error) {
    /** What was not there, or not reached, is asked for again. */
    if (kept.get(id) === asked) kept.delete(id)
    throw error
  }
}

/** What a claim was and is judged by. */
export const rulesOf = ({ programmeId, edition }: Claim): Promise<ProgrammeDetails> => detailsOf(programmeId, edition)

/** Open, and between its days. */
export const isOpenOn = ({ state, details: { opensOn, closesOn } }: Programme, now: Date): boolean => {
  const today = onOf(now)
  return stateRow(programmeMachine, state).tone === 'ok' && opensOn <= today && today <= closesOn
}
