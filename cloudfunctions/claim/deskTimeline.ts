/** What happened to a claim, as colleagues read it: who of them did it by their masked name, whoever claims by none. */
import { claimMachine } from '../../domain/claim'
import { saysOf } from '../../domain/kernel/machine'
import { type EventRow, sealedValue } from '../_lib/history'
import type { Claim } from './handlers'

const whoMoved = (claim: Claim, { by }: EventRow, reader: string, nameOf: (personId: string) => string): string => {
  if (by === reader) return '您'
  if (by === claim.ownerId) return claim.claimant === 'worker' ? '本人' : '单位'
  return nameOf(by)
}

/** Newest first. */
export const deskTimeline = (claim: Claim, reader: string, nameOf: (personId: string) => string) =>
  [...claim.events].reverse().map((event) => {
    const note = sealedValue(claim._id, event, 'reason')
    return {
      text: saysOf(claimMachine, event.action),
      at: event.at,
      by: whoMoved(claim, event, reader, nameOf),
      ...(note ? { note } : {}),
    }
  })
