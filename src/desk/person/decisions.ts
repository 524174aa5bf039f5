/** What a desk decides about a registration: which of the machine's rows those are, and which want a reason. */
import * as v from 'valibot'
import { workerMachine } from '../../../domain/worker/machine'
import type { RosterRow } from '../../../domain/worker/views'

/** The yes of each pair stands last, where the thumb is. */
const deskActions = ['reject', 'refuse', 'verify', 'settle'] as const
export type DeskAction = (typeof deskActions)[number]

/** The server's `can` decides; the rest of `can` belongs to the worker's own phone. */
export const decisionsIn = ({ can }: Pick<RosterRow, 'can'>): DeskAction[] =>
  deskActions.filter((action) => can.includes(action))

export const wordsFor = (action: DeskAction): string => workerMachine.actions[action].label

/** A row whose form is not empty asks for a reason, which the worker will read. */
export const needsReason = (action: DeskAction): boolean => !v.is(workerMachine.actions[action].form, {})
