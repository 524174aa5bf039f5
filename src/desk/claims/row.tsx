/** One claim in a work list: by when, whose (masked) and how much, what for, and the fact it is decided by. */
import { queues } from '../../../domain/claim/states'
import type { DeskClaim } from '../../../domain/claim/views-desk'
import { yuan } from '../../../domain/kernel/money'
import { WorkRow } from '../../ui'
import { isLate, sayRowDue } from '../parts/due'
import { open } from '../parts/routes'
import type { ListName } from './lists'

type Props = { readonly row: DeskClaim; readonly list: ListName; readonly now: Date }

const join = (parts: readonly (string | undefined)[]): string => parts.filter(Boolean).join(' · ')

export const nameOf = ({ maskedName, people, claimant }: DeskClaim): string =>
  ({ worker: maskedName, employer: `${maskedName} · ${people} 人` })[claimant]

export const whatOf = ({ title, periodLabel }: Pick<DeskClaim, 'title' | 'periodLabel'>): string =>
  [title, periodLabel].filter(Boolean).join(' ')

export function ClaimRow({ row, list, now }: Props) {
  const due = sayRowDue(row, now)
  const where = list === 'late' ? queues[row.queue].label : row.stateLabel
  return (
    <WorkRow
      id={`row-${row.id}`}
      due={join([due, where])}
      name={join([nameOf(row), yuan(row.amountFen)])}
      what={join([whatOf(row), row.fact])}
      late={isLate(row, now)}
      onClick={() => open('claim', { id: row.id })}
    />
  )
}
