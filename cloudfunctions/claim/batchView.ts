/** A batch and its lines as the cashier sees them. */
import { batchMachine, type DeskBatch, type DeskBatchLine, nameless } from '../../domain/claim'
import { AppError } from '../../domain/kernel/errors'
import { actionsFor, canRead, stateRow } from '../../domain/kernel/machine'
import { type Actor, holds, type Scope } from '../../domain/kernel/roles'
import { type DocOf, get, masked } from '../_lib/cloud'
import { locate } from '../_lib/scopes'
import { detailsOf } from './editions'
import type { Batch } from './handlers'

export type Line = DocOf<'batchLines'>

/** Where a batch over this scope lies. Throws NOT_FOUND. */
export const deskOver = async (scope: Scope) => {
  const located = await locate(scope)
  if (!located) throw new AppError('NOT_FOUND')
  return scope.level === 'org' ? { orgId: scope.id } : located.place
}

export const batchFor = async (id: string, actor: Actor): Promise<Batch> => {
  const batch = await get('batches', id)
  if (!batch || !canRead(batchMachine, batch, actor)) throw new AppError('NOT_FOUND')
  return batch
}

export const isGathering = ({ state }: Pick<Batch, 'state'>): boolean =>
  batchMachine.actions.close.from.some((from) => from === state)

/** Whoever watches reads a batch; only its own cashiers go on with it. Throws FORBIDDEN. */
export const mustPay = (batch: Batch, actor: Actor): Batch => {
  if (!holds(actor, 'cashier', batch.desk)) throw new AppError('FORBIDDEN')
  return batch
}

export const deskBatch = async (batch: Batch, actor: Actor, now: Date): Promise<DeskBatch> => {
  const programme = await get('programmes', batch.programmeId)
  const details = await detailsOf(batch.programmeId, programme?.edition ?? 1)
  const { label, tone } = stateRow(batchMachine, batch.state)
  return {
    id: batch._id,
    version: batch.version,
    programmeId: batch.programmeId,
    title: details.title,
    gives: details.gives,
    state: batch.state,
    stateLabel: label,
    tone,
    lines: batch.lines,
    totalFen: batch.totalFen,
    paid: batch.paid,
    paidFen: batch.paidFen,
    failed: batch.failed,
    ...(batch.hash ? { hash: batch.hash } : {}),
    createdAt: batch.createdAt,
    ...(batch.closedAt ? { closedAt: batch.closedAt } : {}),
    can: actionsFor(batchMachine, batch, actor, now),
  }
}

export const deskLine = (line: Line): DeskBatchLine => {
  const { name, account } = masked('batchLines', line)
  return {
    no: line.no,
    claimId: line.claimId,
    maskedName: name ?? nameless,
    maskedAccount: account ?? '',
    bank: line.bank ?? '',
    amountFen: line.amountFen,
    ...(line.outcome ? { outcome: line.outcome } : {}),
    ...(line.because ? { because: line.because } : {}),
  }
}
